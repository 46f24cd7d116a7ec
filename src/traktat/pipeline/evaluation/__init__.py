"""The reader held against labels that people made: how much it finds, and what it gets wrong."""

from traktat.pipeline.evaluation.evaluating import Evaluation, Scores, evaluate_gold
from traktat.pipeline.evaluation.figures import Figures, Layer, Mistake

__all__ = ["Evaluation", "Figures", "Layer", "Mistake", "Scores", "evaluate_gold"]
