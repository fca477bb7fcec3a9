package io.github.hybridnet.simulator.arm.error;

/**
 * A request that is refused, or an operation that fails, with the error that Azure would give.
 * Built from an error catalogue only ({@link ArmErrors} and those of the resource providers).
 */
public final class ArmException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ArmError error;

  ArmException(ArmError error) {
    super(error.code() + ": " + error.message());
    this.error = error;
  }

  public ArmError error() {
    return error;
  }
}
