package io.github.hybridnet.plan;

/**
 * Something that the declaration names and that is not removed with it.
 *
 * @param actual the resource as it stands
 * @param because whose doing that is
 * @param reason why it stays, for people to read
 */
public record Kept(ActualResource actual, Because because, String reason) {

  /** Whose doing it is that something stays; the first of several is the one that counts. */
  public enum Because {
    /** Somebody else uses it, or put something into it. */
    OTHERS,
    /** The connectivity provider still provides it. */
    PROVIDER,
    /** The user wants to keep it. */
    CHOSEN,
    /** It is a place that others live in too, or that was there before us; it costs nothing. */
    NOT_OURS;

    /** Whether the user asked for its removal and did not get it. */
    public boolean isUnwanted() {
      return this == OTHERS || this == PROVIDER;
    }
  }

  /** Which resource. */
  public ResourceKey key() {
    return actual.key();
  }
}
