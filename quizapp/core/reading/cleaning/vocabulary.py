"""What page furniture says. Every pattern is matched against a whole short line in lower case, marks stripped."""

import re

_COUNT = r"\d[\d.,]{0,9}\s?[km]?"
_SERVICES = r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|instagram|youtube|tumblr|e-?mail|vk|viber|flipboard|messenger|print)"
_JOIN = r"(?:,| |/|\||&|·|and|or)"

RELATED = "links to other pages"

# Furniture wherever it stands: nobody writes these as a line of what they have to say.
ANYWHERE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        (
            "sign-in prompt",
            r"(?:please )?(?:(?:log|sign)[ -]?(?:in|on|up|out)|register)(?: (?:or|/|and|to|now|here|for free|free|with|via|using|continue|comment|reply|vote|"
            r"participate|(?:log|sign)[ -]?(?:in|on|up)|register|subscribe|an? account|your account|google|facebook|join|create|read|the|full|article)){0,9}"
            r"|create (?:an|your|a free) account|forgot (?:your )?password\??|already (?:a member|have an account)\??.{0,30}|my account",
        ),
        (
            "comment prompt",
            r"to (?:participate|take part|join)(?: in)? (?:the )?(?:discussions?|conversations?|comments?|debate)"
            r"|(?:join|participate in|take part in) the (?:discussion|conversation|debate)|(?:leave|post|write|add|submit) (?:a|your) (?:comment|reply)"
            r"|(?:view|show|hide|load|see|read|all|sort) (?:all |more |the )?(?:\d+ )?comments?|comments? (?:are )?(?:closed|off|disabled)|be the first to comment",
        ),
        (
            "share counter",
            rf"{_COUNT} ?(?:shares?|likes?|comments?|views?|reads?|votes?|followers?|replies|retweets?|reactions?|claps?)(?:\W{{1,4}}{_COUNT} ?\w{{4,9}})*",
        ),
        (
            "sharing buttons",
            rf"share(?: (?:this|the|it|on|via|with|to|article|story|post|page|link|by|your|friends|now|options|save|{_SERVICES}|{_JOIN})){{1,8}}"
            rf"|(?:re)?tweet(?: this)?|copy (?:the )?link|print (?:this )?(?:article|page|story)|e-?mail (?:this|article|to a friend)(?: \w{{1,10}})?"
            rf"|{_SERVICES}(?:\s?{_JOIN}\s?{_SERVICES}){{1,9}}|follow (?:us|me)(?: on| @)?.{{0,40}}|pin it|send to kindle",
        ),
        (
            "newsletter prompt",
            r"subscribe(?: (?:now|here|to .{1,50}|for .{1,40}|today))?|(?:get|sign up for|join) (?:our|the|free).{0,30} newsletters?.{0,20}|enter your e-?mail.{0,30}",
        ),
        (
            "advertisement",
            r"\W{0,3}(?:advertisements?|advertising|sponsored(?: content| by .{1,30})?|promoted(?: content)?|(?:story|article) continues (?:below|after).{0,30}|paid (?:post|content))\W{0,3}",
        ),
        (
            "copyright notice",
            r"(?:copyright|©|\(c\)|℗).{0,120}|.{0,90}all rights reserved.{0,60}|(?:terms|conditions)(?: (?:of|&|and) (?:use|service|conditions|privacy))?"
            r"|(?:privacy|cookies?)(?: (?:policy|notice|settings|preferences|statement|and cookies?))+",
        ),
        (
            RELATED,
            r"(?:related|recommended|popular|latest|trending|featured|more) (?:articles?|stories|posts?|content|news|topics|reading|videos?|links)(?: (?:for you|on|in|from) ?.{0,30})?|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|most (?:read|popular|viewed|shared|commented)|(?:read|see|watch) (?:more|also|next|now|full (?:article|story))(?:\W.{0,80})?|recommended for you|what to read next|continue reading.{0,40}|up next",
        ),
        (
            "navigation",
            r"(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|search)|back to (?:the )?top|(?:show|load|view) (?:more|all|less)|toggle (?:navigation|menu)|(?:main |open |close )?menu|(?:previous|next|older|newer) (?:article|post|page|story|entries|posts)|page \d{1,4} (?:of|/) \d{1,4}|you are here:?.{0,80}|filed under.{0,80}",
        ),
    )
)

# Furniture only at the head or the tail of a document, where the text has not begun or is over.
AT_THE_EDGES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        ("share counter", rf"\W{{0,3}}{_COUNT}(?:\s?(?:/|\||·|of|,)\s?{_COUNT}){{0,4}}\W{{0,3}}"),
        (
            "time of reading or publishing",
            r"\d{1,3}\s?(?:min|minutes?|mins)\.? (?:read|to read)|(?:first )?(?:published|updated|posted|last (?:updated|modified|edited|reviewed)|modified|created)(?: (?:on|at))?\W{1,3}.{4,60}",
        ),
        ("sharing buttons", rf"share|print|like|save|bookmark|comments?|reply|{_SERVICES}"),
        (
            "navigation",
            r"(?:home|start)(?:\s?[>›»/|→]\s?[^>›»/|→]{1,40}){1,8}|search(?: \w{1,12})?|tags?:.{1,120}|categor(?:y|ies):.{1,120}",
        ),
        (
            "contact address",
            r"(?:e-?mail|contact|tel|phone|fax|correspondence)\W{1,3}.{3,100}|.{0,200}[\w.+-]{1,40}@[\w-]{1,40}\.[\w.]{2,20}.{0,200}",
        ),
    )
)

# Single words of a site's menu; a run of short lines with several of them is a menu.
MENU = frozenset(
    ["home", "about", "contact", "contacts", "news", "sport", "sports", "login", "logout", "menu", "search", "world", "politics", "business", "opinion", "culture", "science", "technology", "tech", "health", "travel", "video", "videos", "photos", "podcasts", "weather", "shop", "store", "subscribe", "archive", "faq", "help", "careers", "jobs", "blog", "events", "gallery", "newsletter", "more", "sitemap", "advertise", "rss", "accessibility", "privacy", "terms", "cookies", "press", "support", "community", "entertainment", "lifestyle", "economy", "features", "live", "latest", "trending", "forum", "donate", "register", "sign", "profile", "settings"]
)

COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)
CONSENT = re.compile(
    r"\b(?:accept|agree|consent|browser|settings?|preferences|policy|websites?|our site|this site|we use|experience|advertising|traffic|privacy|personali[sz]ed?)\b",
    re.IGNORECASE,
)

AGENCIES = re.compile(
    r"\b(?:Getty(?: Images)?|AFP|Reuters|AP(?: Photo)?|EPA|Shutterstock|iStock(?:photo)?|Alamy|Wikimedia Commons|Flickr|Unsplash|Pixabay|Corbis|Bettmann)\b"
)
CREDIT = re.compile(
    r"(?:\(|\[)?(?:(?:image|photo|picture|photograph|illustration|graphic)s?(?: (?:credit|courtesy|source|by))*|credits?|courtesy of|photographer)\s?(?:[:©/]|by |of )"
    r"\s?[^.!?\n]{2,60}[.)\]]{0,2}",
    re.IGNORECASE,
)
# "- Some Agency, 1920": a dash, a name in capitals, a width in pixels or a year.
DASHED_CREDIT = re.compile(r"[-–—•©]\s{0,3}(?:[A-Z][\w.&'’-]{0,30}\s?){1,6},\s{0,3}\d{3,4}")

# A call to do something on the page: an order to the reader, then what the page offers.
PHRASAL_ORDER = re.compile(
    r"(?:please )?(?:check out|find out|click|tap|swipe|scroll|browse|subscribe|sign up|download|follow us|stay tuned|tune in|learn more|see more|read more|don['’]t miss|take a look"
    r"|have a look|like us|visit (?:our|us)|join us)\b",
    re.IGNORECASE,
)
ORDER = re.compile(
    r"(?:please )?(?:see|watch|read|discover|explore|follow|join|listen|visit|look|view|get|share|tell|send|keep|enjoy|catch)\b",
    re.IGNORECASE,
)
OFFER = re.compile(
    r"\b(?:infographics?|videos?|photo galler(?:y|ies)|galler(?:y|ies)|slideshows?|podcasts?|newsletters?|channels?|apps?|web ?sites?|web ?pages?|home ?pages?|live ?(?:stream|blog|feed)s?"
    r"|multimedia(?: content)?|photo essays?|social media|facebook|twitter|telegram|youtube|instagram|tiktok|whatsapp|link|links|rss|special reports?|full (?:story|article|report|list)|photos?)\b",
    re.IGNORECASE,
)
OWN = re.compile(r"\b(?:our|us|here|below|button|now|more|subscribe)\b", re.IGNORECASE)
