"""The splitter against labelled documents."""

from loader.evaluate.report import Evaluation, evaluate

__all__ = ["Evaluation", "evaluate"]
