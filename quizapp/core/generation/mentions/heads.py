"""Words that tell what a name stands for, by being part of it."""

from quizapp.core.generation.language.word_lists import word_list

SORTS = {
    "university": "University College School Academy Institute Seminary",
    "company": "Company Corporation Inc. Ltd. Motors Airlines Railway Railroad Bank Records Studios Industries Press",
    "organisation": "Association Society Union Committee Commission Council Agency Organization Organisation Foundation League "
    "Federation Party Church Congress Parliament Senate Assembly Ministry Department Court Club Alliance Order Bureau Authority "
    "Service Board Trust Conference Orchestra Museum Library Gallery Theatre Theater Hospital",
    "force": "Army Navy Corps Regiment Brigade Division Fleet Guard",
    "treaty": "Treaty Pact Agreement Accord Accords Convention Charter Edict Declaration Act Bull Protocol Note",
    "war": "War Wars Rebellion Revolution Uprising Crusade Revolt Campaign Crisis",
    "battle": "Battle Siege Massacre",
    "event": "Conference Olympics Games Festival Championship Exhibition Reformation Renaissance Diet Election Earthquake Hurricane",
    "river": "River Creek",
    "water": "Lake Sea Ocean Bay Gulf Strait Canal Channel",
    "mountain": "Mountain Mountains Mount Alps Peak Hill Hills",
    "island": "Island Islands Isle",
    "district": "County District Province Parish Borough Township",
    "street": "Street Road Avenue Square Boulevard Lane Bridge",
    "building": "Castle Palace House Hall Tower Cathedral Abbey Temple Fort Center Centre Building Station Airport Park Garden "
    "Gardens Stadium Chapel Arena Hotel Beach",
    "dynasty": "Dynasty Empire Kingdom Republic Khanate Caliphate Duchy",
    "award": "Prize Award Medal",
}
HEADS = {word: sort for sort, words in SORTS.items() for word in words.split()}

# Heads that take their name after "of": Treaty of Brussels, Duke of York.
OF_HEADS = word_list("of heads")
NOT_PEOPLE = frozenset(HEADS) | word_list("not people")
BRIDGES = word_list("bridges")
PARTICLES = word_list("particles")
