from tests.web.learn.conftest import small

__all__ = ["small"]
