"""What all three learn with."""

from collections import defaultdict

SCALE = 32


class Learner:
    """An averaged perceptron over sparse rows."""

    def __init__(self):
        self.rows = defaultdict(lambda: defaultdict(int))
        self.sums = defaultdict(lambda: defaultdict(int))
        self.stamps = defaultdict(lambda: defaultdict(int))
        self.now = 0

    def score(self, features):
        totals = defaultdict(int)
        rows = self.rows
        for feature in features:
            if feature in rows:
                for name, weight in rows[feature].items():
                    totals[name] += weight
        return totals

    def learn(self, features, right, wrong):
        for feature in features:
            self._add(feature, right, 1)
            self._add(feature, wrong, -1)

    def _add(self, feature, name, by):
        row, stamps = self.rows[feature], self.stamps[feature]
        self.sums[feature][name] += (self.now - stamps[name]) * row[name]
        stamps[name] = self.now
        row[name] += by

    def averaged(self, least):
        """Return whole-number averages, dropping rows whose weights are all small."""
        kept = {}
        for feature, row in self.rows.items():
            values = {
                name: round(
                    SCALE * (self.sums[feature][name] + (self.now - self.stamps[feature][name]) * weight) / self.now
                )
                for name, weight in row.items()
            }
            values = {name: value for name, value in values.items() if abs(value) >= least}
            if values:
                kept[feature] = values
        return kept
