"""Words that end in a full stop without ending a sentence: lower case, the last stop left out."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# A name follows: never the end of a sentence before a capital.
TITLES = _words(
    """mr mrs ms mx dr prof gen col lt maj cpt capt cmdr adm sgt cpl pvt rev hon sen rep gov pres supt msgr messrs mme
    mlle fr bro sr st ste mt ft insp det amb asst assoc dir brig bp abp card"""
)

# More of the same sentence follows, whatever its first letter.
NEVER = _words("e.g eg i.e ie cf viz vs v approx incl esp resp ibid op cit loc ed eds trans")

# A figure follows.
BEFORE_FIGURES = _words(
    """no nos nr vol vols p pp fig figs tab ch chap sec sect art eq eqs para ex c ca circa fl b d r
    jan feb mar apr jun jul aug sep sept oct nov dec"""
)

# May end a sentence: it does where a word follows that seldom stands second.
MAYBE = _words(
    """inc ltd co corp bros jr sr esq ph.d phd m.d b.a m.a b.sc m.sc d.c a.m p.m am pm a.d b.c b.c.e c.e u.s u.k u.n
    u.s.a u.s.s.r e.u ave blvd rd dept univ est govt assn natl intl plc gmbh lbs oz hr hrs min sq cu al etc"""
)

# Words that open a sentence and rarely continue a name.
STARTERS = _words(
    """the a an this that these those he she it they we you i his her its their our my there here in on at by for from
    with after before during since until when while where as if although though because but and or yet so however
    moreover furthermore therefore thus hence meanwhile instead later then now today both each every some many most
    all several such one two three no not what who why how which whose another other others once only also even
    according despite under over between among upon within without through about"""
)

# Verbs that tie a quotation before them to its speaker.
SAYING = _words(
    """said says asked asks replied answered added wrote cried shouted exclaimed explained told recalled continued
    concluded whispered insisted argued noted remarked declared"""
)
