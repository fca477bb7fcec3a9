package io.github.hybridnet.drill.lease;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DisconnectMethod;
import java.time.Instant;

/**
 * What is needed to undo a drill. The record contains no secret.
 *
 * @param id the drill's name, such as {@code 20261125-221500-3fa9c1}
 * @param method how ExpressRoute was disconnected
 * @param group the resource group that carries the marker
 * @param target the resource that is changed: the peering, the connection, or the gateway
 * @param fingerprint what the definition has to be again, or empty when that is not known here
 * @param machine the machine that it runs on
 * @param begin when the disconnect was about to begin
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
  enum State {
    /** It wants to disconnect ExpressRoute, and checks whether another drill does. */
    CLAIMED("claim"),
    /** It disconnects ExpressRoute, or has done so. */
    ARMED("armed");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** The word for it in tags and files. */
    String label() {
      return label;
    }
  }
}
