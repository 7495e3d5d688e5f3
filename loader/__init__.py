"""Seed archive: splits saved commentary into articles, fragments and bylines."""

__version__ = "0.1.0"
