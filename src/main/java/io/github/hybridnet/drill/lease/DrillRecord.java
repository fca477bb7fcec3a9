package io.github.hybridnet.drill.lease;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DisconnectMethod;
import java.time.Instant;

/**
 * What it takes to undo a drill. Holds no secret.
 *
 * @param id the drill's name, such as {@code 20261125-221500-3fa9c1}
 * @param method how ExpressRoute was taken away
 * @param group the resource group that carries the marker
 * @param target what the lever moves: the peering, the connection, or the gateway
 * @param fingerprint what the definition has to be again, or empty when that is not known here
 * @param machine the machine that it runs on
 * @param begin when the lever was about to be pulled
 * @param noPeeringKey whether the user said that the peering has no MD5 key
 */
public record DrillRecord(
    String id,
    DisconnectMethod method,
    ResourceKey group,
    ResourceKey target,
    String fingerprint,
    String machine,
    Instant begin,
    boolean noPeeringKey) {

  /** How far a drill is. */
  public enum State {
    /** It wants to move the lever, and looks whether another one does. */
    CLAIMED("claim"),
    /** It moves the lever, or has moved it. */
    ARMED("armed");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** As written. */
    public String label() {
      return label;
    }
  }
}
