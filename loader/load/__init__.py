"""Sources become an archive: workers read and split, one writer stores, in path order.

The way of a load::

    find_files -> plan: compare with what is known -> Task
      -> workers: read, split, make rows -> Outcome
      -> run: store, remember, link -> LoadReport
"""

from loader.load.plan import LoadOptions, count_files
from loader.load.report import LoadReport
from loader.load.run import load

__all__ = ["LoadOptions", "LoadReport", "count_files", "load"]
