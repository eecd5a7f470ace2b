"""What page furniture says: whole short lines in lower case, the marks of a list or menu stripped."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Reasons with their patterns, and all patterns in one, since most lines fit none."""

    rows: tuple[tuple[str, re.Pattern[str]], ...]
    any_of_them: re.Pattern[str]

    def reason_for(self, line: str) -> str | None:
        """Return the reason of the first pattern that fits the whole line."""
        if not self.any_of_them.fullmatch(line):
            return None
        return next(reason for reason, pattern in self.rows if pattern.fullmatch(line))


_COUNT = r"\d[\d.,]{0,9}\s?[km]?"
_COUNTED = r"(?:shares?|likes?|comments?|views?|reads?|votes?|followers?|replies|retweets?|reactions?|claps?)"
_SERVICE = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|instagram|youtube|tumblr|e-?mail|vk|viber"
    r"|flipboard|messenger|print)"
)
_SIGN_IN = r"(?:(?:log|sign)[ -]?(?:in|on|up|out)|register)"
_SIGN_IN_MORE = (
    rf"(?: (?:{_SIGN_IN}|or|/|and|to|now|here|for|free|with|via|using|continue|comment|reply|vote|participate|subscribe"
    r"|an?|your|account|google|facebook|join|create|read|the|full|article))"
)
_SHARED = (
    rf"(?: (?:{_SERVICE}|this|the|it|on|via|with|to|article|story|post|page|link|by|your|friends|now|options|save"
    r"|[,/|&·]|and|or))"
)
_TALK = r"(?:discussions?|conversations?|comments?|debate)"
_PAGES = r"(?:articles?|stories|posts?|content|news|topics|reading|videos?|links)"


def _table(reasons: Mapping[str, Sequence[str]]) -> Table:
    rows = tuple((reason, re.compile("|".join(patterns))) for reason, patterns in reasons.items())
    return Table(rows, re.compile("|".join(pattern for patterns in reasons.values() for pattern in patterns)))


RELATED = "links to other pages"

# Furniture wherever it stands: nobody writes these as a line of what they have to say.
ANYWHERE = _table(
    {
        "sign-in prompt": (
            rf"(?:please )?{_SIGN_IN}{_SIGN_IN_MORE}{{0,9}}",
            r"create (?:an|your|a free) account|forgot (?:your )?password\??|my account",
            r"already (?:a member|have an account)\??.{0,30}",
        ),
        "comment prompt": (
            rf"to (?:participate|take part|join)(?: in)? (?:the )?{_TALK}",
            rf"(?:join|participate in|take part in) the {_TALK}",
            r"(?:leave|post|write|add|submit) (?:a|your) (?:comment|reply)|be the first to comment",
            r"(?:view|show|hide|load|see|read|all|sort) (?:all |more |the )?(?:\d+ )?comments?",
            r"comments? (?:are )?(?:closed|off|disabled)",
        ),
        "share counter": (rf"{_COUNT} ?{_COUNTED}(?:\W{{1,4}}{_COUNT} ?{_COUNTED}){{0,5}}",),
        "sharing buttons": (
            rf"share{_SHARED}{{1,8}}|(?:re)?tweet(?: this)?|copy (?:the )?link|pin it|send to kindle",
            r"print (?:this )?(?:article|page|story)|e-?mail (?:this|article|to a friend)(?: \w{1,10})?",
            rf"{_SERVICE}(?:[ ,/|&·]{{1,3}}{_SERVICE}){{1,9}}|follow (?:us|me)(?:(?: on| @).{{0,40}})?",
        ),
        "newsletter prompt": (
            r"subscribe(?: (?:now|here|today|to .{1,50}|for .{1,40}))?|enter your e-?mail.{0,30}",
            r"(?:get|sign up for|join) (?:our|the|free).{0,30} newsletters?.{0,20}",
        ),
        "advertisement": (
            r"advertisements?|advertising|sponsored(?: content| by .{1,30})?|promoted(?: content)?",
            r"(?:story|article) continues (?:below|after).{0,30}|paid (?:post|content)",
        ),
        "copyright notice": (
            r"(?:copyright|©|\(c\)|℗).{0,120}|.{0,90}all rights reserved.{0,60}",
            r"terms(?: (?:of|&|and) (?:use|service|conditions|privacy)){1,3}",
            r"(?:privacy|cookies?)(?: (?:policy|notice|settings|preferences|statement|and|&|cookies?)){1,4}",
        ),
        RELATED: (
            rf"(?:related|recommended|popular|trending|featured) {_PAGES}(?: (?:for you|on|in|from).{{0,30}})?",
            rf"(?:more|latest) {_PAGES}(?: (?:for you|on|in|from).{{0,30}})?",
            r"you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|recommended for you",
            r"what to read next|up next|more on this story|top stories|around the web|from our partners|editor's picks",
            r"(?:main|full) articles?:.{2,80}|(?:further|more) information:.{2,80}|see also:.{2,80}",
            r"most (?:read|popular|viewed|shared|commented)|continue reading.{0,40}",
            r"(?:read|see|watch) (?:more|also|next|now|full (?:article|story))(?:\W.{0,80})?",
        ),
        "navigation": (
            r"(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|search)|back to (?:the )?top",
            r"(?:show|load|view) (?:more|all|less)|toggle (?:navigation|menu)|(?:main |open |close )?menu",
            r"(?:previous|next|older|newer) (?:article|post|page|story|entries|posts)|page \d{1,4} (?:of|/) \d{1,4}",
            r"you are here:?.{0,80}|filed under.{0,80}|jump to navigation ?jump to search",
        ),
    }
)

# Furniture only at the head or the tail of a document, where the text has not begun or is over.
AT_THE_EDGES = _table(
    {
        "share counter": (rf"\W{{0,3}}{_COUNT}(?:\s?[/|·,]\s?{_COUNT}){{0,4}}\W{{0,3}}",),
        "time of reading or publishing": (
            r"\d{1,3}\s?(?:min|minutes?|mins)\.? (?:read|to read)",
            r"(?:first )?(?:published|updated|posted|modified|created)(?:(?: (?:on|at))?\W{1,3}.{4,60})?",
            r"last (?:updated|modified|edited|reviewed)\W{1,3}.{4,60}",
            r"(?:published )?(?:\d{1,3}|an?|one|two) (?:minutes?|hours?|days?|weeks?) ago(?: by .{2,40})?",
        ),
        "sharing buttons": (rf"share|print|like|save|bookmark|comments?|reply|{_SERVICE}",),
        "navigation": (
            r"home(?:\s?[>›»/|→]\s?[^>›»/|→]{1,40}){1,8}|search(?: \w{1,12})?",
            r"tags?:.{1,120}|categor(?:y|ies):.{1,120}",
        ),
        "contact address": (
            r"(?:e-?mail|contact|tel|phone|fax|correspondence)\W{1,3}.{3,100}",
            r"[^@]{0,200}\b[\w.+-]{1,40}@[\w-]{1,40}\.[\w.]{2,20}.{0,200}",
        ),
    }
)

# Words of a site's menu; a run of very short lines with several of them is a menu.
MENU = frozenset(
    word
    for listed in (
        "home about contact contacts news sport sports login logout menu search world politics business opinion",
        "culture science technology tech health travel video videos photos podcasts weather shop store subscribe",
        "archive faq help careers jobs blog events gallery newsletter more sitemap advertise rss accessibility",
        "privacy terms cookies press support community entertainment lifestyle economy features live latest",
        "trending forum donate register sign profile settings",
    )
    for word in listed.split()
)

COPYRIGHT = re.compile(
    r".{0,60}all rights reserved\b.{0,60}|(?:copyright\s{0,3})?(?:©|\(c\))\s{0,3}\d{4}.{0,300}", re.IGNORECASE
)
# Sentences that a site prints about itself.
ABOUT_THE_SITE = re.compile(
    r"from wikipedia, the free encyclopedia|this page was last (?:edited|modified|updated) .{0,60}"
    r"|.{0,60}text is available under the .{0,160}licen[cs]e.{0,300}|by using this site, you agree .{0,160}"
    r"|.{0,160}is a registered trademark of .{0,160}|.{0,120}may not be (?:published|reproduced|copied).{0,160}"
    r"|this article (?:needs|is missing|does not cite|has multiple issues|relies) .{0,300}"
    r"|(?:the article was )?(?:originally |first )?published (?:on|by|in) .{2,60} under an? .{2,60}licen[cs]e"
    r"|.{0,120}redirects here\b.{0,200}|for other uses, see .{2,120}|.{0,200}\(disambiguation\)"
)

COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)
CONSENT = re.compile(
    r"\b(?:accept|agree|consent|browser|settings?|preferences|policy|websites?|our site|this site|we use|experience"
    r"|advertising|traffic|privacy|personali[sz]ed?)\b",
    re.IGNORECASE,
)

AGENCIES = re.compile(
    r"\b(?:Getty(?: Images)?|AFP|Reuters|AP(?: Photo)?|EPA|Shutterstock|iStock(?:photo)?|Alamy|Wikimedia Commons|Flickr"
    r"|Unsplash|Pixabay|Corbis|Bettmann)\b"
)
CREDIT = re.compile(
    r"[(\[]?(?:(?:image|photo|picture|photograph|illustration|graphic)s?(?: (?:credit|courtesy|source|by)){0,3}"
    r"|credits?|courtesy of|photographer)\s?(?:[:©/]|by |of )\s?[^.!?\n]{2,60}[.)\]]{0,2}",
    re.IGNORECASE,
)
CAPTION = re.compile(r"(?:image|media|photo) (?:source|caption|copyright),.{2,200}", re.IGNORECASE)
# "- Some Agency, 1920": a dash, a name in capitals, a width in pixels or a year.
DASHED_CREDIT = re.compile(r"[-–—•©]\s{0,3}[A-Z][\w.&'’-]{0,30}(?:\s[A-Z][\w.&'’-]{0,30}){0,5},\s{0,3}\d{3,4}")

# A call to do something on the page: an order to the reader, then what the page offers.
PHRASAL_ORDER = re.compile(
    r"(?:please )?(?:check out|find out|click|tap|swipe|scroll|browse|subscribe|sign up|download|follow us|stay tuned"
    r"|tune in|learn more|see more|read more|don['’]t miss|take a look|have a look|like us|let us know"
    r"|tell us|visit (?:our|us)|join us)\b",
    re.IGNORECASE,
)
ORDER = re.compile(
    r"(?:please )?(?:see|watch|read|discover|explore|follow|join|listen|visit|look|view|get|share|tell|send|keep|enjoy"
    r"|catch)\b",
    re.IGNORECASE,
)
OFFER = re.compile(
    r"\b(?:infographics?|videos?|photo galler(?:y|ies)|galler(?:y|ies)|slideshows?|podcasts?|newsletters?|channels?"
    r"|apps?|web ?sites?|web ?pages?|home ?pages?|live ?(?:stream|blog|feed)s?|multimedia(?: content)?|photo essays?"
    r"|social media|facebook|twitter|telegram|youtube|instagram|tiktok|whatsapp|links?|rss|special reports?"
    r"|full (?:story|article|report|list)|photos?|comments? (?:section|below)|in the comments)\b",
    re.IGNORECASE,
)
OWN = re.compile(r"\b(?:our|us|here|below|button|now|more|subscribe)\b", re.IGNORECASE)
