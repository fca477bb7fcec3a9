package io.github.hybridnet.plan.destroy;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;

/**
 * Something that the declaration names and that is not removed with it.
 *
 * @param actual the resource as Azure has it
 * @param cause whose doing that is
 * @param reason why it stays, for people to read
 */
public record RetainedResource(ActualResource actual, Cause cause, String reason) {

  /** Whose doing it is that something stays; the first of several is the one that counts. */
  public enum Cause {
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

  /** The key of the resource that stays. */
  public ResourceKey key() {
    return actual.key();
  }
}
