package io.github.hybridnet.simulator.variant;

/** The variants that are played now; the owner may choose others while the simulator runs. */
public final class VariantSelection {
  private volatile VariantChoice current;

  /** Begins with the usual variants. */
  public VariantSelection() {
    this(VariantChoice.USUAL);
  }

  /** Begins with these. */
  public VariantSelection(VariantChoice first) {
    this.current = first;
  }

  /** All that is chosen. */
  public VariantChoice current() {
    return current;
  }

  /** Whether this value is played now. */
  public boolean is(AzureVariant variant, String value) {
    return current.is(variant, value);
  }

  /** Plays these from now on, and the usual values of all others. */
  public void choose(VariantChoice other) {
    current = other;
  }
}
