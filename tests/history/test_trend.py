from quizapp.core.statistics.improving import Told
from quizapp.history import queries
from quizapp.history.queries import TrendPoint
from tests.learning import Learner


def test_scores_run_from_the_oldest_to_the_newest(ana: Learner, ben: Learner) -> None:
    points = []
    for slug, wrong in (("first", {1, 2, 3, 4}), ("exam", {1, 2}), ("first", {1})):
        ana.wait(days=1)
        attempt = ana.take(slug, wrong=wrong)
        points.append(TrendPoint(attempt, f"The {slug} quiz", ana.now, ana.result(attempt).percent))
    ana.take("open")
    practice = ana.practise(points[0].attempt_id)
    ana.submit(practice)
    ana.start("timed")
    overall = ana.reading(lambda: queries.trend(ana.id))
    assert overall.points[:3] == tuple(points)
    assert [point.percent for point in overall.points] == [50, 75, 88, 100]
    assert (overall.best, overall.average, overall.told) == (100, 78, None)  # one quiz is no measure of another
    one = ana.reading(lambda: queries.trend(ana.id, ana.quiz("first")))
    assert one.points == (points[0], points[2])
    assert (one.best, one.average) == (88, 69)
    assert one.told == Told("level", is_firm=False, points=38)
