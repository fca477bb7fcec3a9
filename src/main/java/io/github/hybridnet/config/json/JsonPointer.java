package io.github.hybridnet.config.json;

/** JSON pointers (RFC 6901). */
final class JsonPointer {
  private JsonPointer() {}

  /** The pointer of a member or item below another pointer. */
  static String child(String parent, String name) {
    return parent + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
