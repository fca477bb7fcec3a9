package io.github.hybridnet.engine;

import io.github.hybridnet.arm.CloudException;

/** A step ends for now, to be taken again when the other gateway is done. */
final class GatewayConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final CloudException conflict;

  GatewayConflictException(CloudException conflict) {
    super(conflict);
    this.conflict = conflict;
  }

  CloudException conflict() {
    return conflict;
  }
}
