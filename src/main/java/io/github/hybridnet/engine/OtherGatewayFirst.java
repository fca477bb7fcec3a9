package io.github.hybridnet.engine;

/** A step ends for now, to be taken again when the other gateway is done. */
final class OtherGatewayFirst extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final CloudException conflict;

  OtherGatewayFirst(CloudException conflict) {
    super(conflict);
    this.conflict = conflict;
  }

  CloudException conflict() {
    return conflict;
  }
}
