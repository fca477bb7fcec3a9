package io.github.hybridnet.plan.destroy;

/**
 * Something that keeps a resource.
 *
 * @param cause whose doing it is
 * @param reason for people to read, as in "it stays, because …"
 */
record RemovalObstacle(RetainedResource.Cause cause, String reason) {
  static RemovalObstacle others(String reason) {
    return new RemovalObstacle(RetainedResource.Cause.OTHERS, reason);
  }
}
