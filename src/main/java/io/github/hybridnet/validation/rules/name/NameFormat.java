package io.github.hybridnet.validation.rules.name;

/** Which names Azure accepts; written out by hand, because regular expressions are slow to load. */
enum NameFormat {
  /** The format of most network resources. */
  RESOURCE(1, 80),
  /** The format of virtual networks. */
  VIRTUAL_NETWORK(2, 64),
  /** The format of resource groups. */
  RESOURCE_GROUP(1, 90);

  private final int shortest;
  private final int longest;

  NameFormat(int shortest, int longest) {
    this.shortest = shortest;
    this.longest = longest;
  }

  boolean accepts(String name) {
    if (name.length() < shortest || name.length() > longest) {
      return false;
    }
    char first = name.charAt(0);
    char last = name.charAt(name.length() - 1);
    return this == RESOURCE_GROUP
        ? last != '.' && name.chars().allMatch(NameFormat::ofGroup)
        : isAlphanumeric(first)
            && (isAlphanumeric(last) || last == '_')
            && name.chars().allMatch(c -> isAlphanumeric(c) || "_.-".indexOf(c) >= 0);
  }

  /** The format as part of a sentence. */
  String words() {
    return this == RESOURCE_GROUP
        ? "1 to 90 letters, digits, '_', '-', '.', '(' or ')', the last of them no '.'"
        : ("%s to %s letters, digits, '_', '.' or '-', the first of them a letter or digit, "
                + "the last a letter, digit or '_'")
            .formatted(shortest, longest);
  }

  private static boolean ofGroup(int c) {
    return Character.isLetterOrDigit(c) || "_().-".indexOf(c) >= 0;
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
