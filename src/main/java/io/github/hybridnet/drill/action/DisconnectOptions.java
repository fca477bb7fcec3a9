package io.github.hybridnet.drill.action;

import io.github.hybridnet.drill.api.SafeListener;
import io.github.hybridnet.engine.EngineEvent;
import io.github.hybridnet.engine.EngineOptions;
import java.util.function.Consumer;

/**
 * What disconnect methods work with.
 *
 * @param engine clock, sleeper, time-outs and the journal of running operations
 * @param listener gets an event for each wait, from several threads
 * @param noPeeringKey whether the user says that the sessions of the private peering have no MD5
 *     key, {@code hybridnet.failover.noPeeringKey}
 * @param keylessFingerprint the fingerprint of an enabled peering of which the tags of a drill say
 *     that it has no MD5 key; empty for none. Who may write tags may not be allowed to read the
 *     peering
 */
public record DisconnectOptions(
    EngineOptions engine,
    Consumer<EngineEvent> listener,
    boolean noPeeringKey,
    String keylessFingerprint) {
  /** The options of a drill that was not found in tags. */
  public DisconnectOptions(
      EngineOptions engine, Consumer<EngineEvent> listener, boolean noPeeringKey) {
    this(engine, listener, noPeeringKey, "");
  }

  /** A listener that fails does not stop a disconnect. */
  public DisconnectOptions {
    listener = SafeListener.of(listener);
  }

  /** The same for a drill of which it is known that the peering has no key. */
  public DisconnectOptions withoutPeeringKey() {
    return new DisconnectOptions(engine, listener, true);
  }

  /** The same for a drill whose tags say so, which others may have written. */
  public DisconnectOptions withoutPeeringKey(String fingerprint) {
    return new DisconnectOptions(engine, listener, noPeeringKey, fingerprint);
  }
}
