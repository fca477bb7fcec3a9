package io.github.hybridnet.plan;

/**
 * Something that keeps a resource.
 *
 * @param because whose doing it is
 * @param reason for people to read, as in "it stays, because …"
 */
record Obstacle(Kept.Because because, String reason) {
  static Obstacle others(String reason) {
    return new Obstacle(Kept.Because.OTHERS, reason);
  }
}
