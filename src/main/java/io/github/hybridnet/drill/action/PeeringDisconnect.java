package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.engine.CallOptions;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Disables the circuit's private peering, and enables it again. The whole body is written back as
 * it stands, with the MD5 key that is declared: the service does not return it, and a write without
 * it may take it away.
 */
final class PeeringDisconnect implements DisconnectAction {
  private static final String ENABLED = "Enabled";
  private static final String DISABLED = "Disabled";

  private final DisconnectContext disconnectContext;
  private final ResourceKey key;
  private final PeeringDisconnectText texts;

  PeeringDisconnect(DisconnectContext disconnectContext) {
    this.disconnectContext = disconnectContext;
    this.key = disconnectContext.target().circuit().peering();
    this.texts = new PeeringDisconnectText(disconnectContext);
  }

  @Override
  public DisconnectMethod kind() {
    return DisconnectMethod.PEERING;
  }

  @Override
  public ResourceKey target() {
    return key;
  }

  @Override
  public List<DrillFinding> refusals() throws InterruptedException {
    Optional<ActualResource> standing = disconnectContext.settled(key);
    if (standing.isEmpty()) {
      return List.of(texts.absent());
    }
    if (!mayBeDisabled(standing.get())) {
      return List.of(texts.notEnabled(state(standing.get()), standing.get().provisioningState()));
    }
    return isKeyKnown(standing.get()) ? List.of() : List.of(texts.keyUnknown());
  }

  /** A state that Azure does not report says nothing; routes have shown that the peering works. */
  private static boolean mayBeDisabled(ActualResource standing) {
    String state = state(standing);
    return isReady(standing)
        || ((state.isBlank() || state.equalsIgnoreCase("Unknown")) && !standing.isBroken());
  }

  private static boolean isReady(ActualResource standing) {
    return state(standing).equalsIgnoreCase(ENABLED) && !standing.isBroken();
  }

  /** Whether a write can carry the key, or there is none. */
  private boolean isKeyKnown(ActualResource standing) {
    return disconnectContext.workings().noPeeringKey()
        || disconnectContext.target().circuit().declaredPeering().isPresent()
        || BodyMembers.secret(standing.body(), "properties", "sharedKey").isPresent()
        || isSaidToHaveNoKey(standing);
  }

  /** Only somebody who could read the peering knows what it was like while it was enabled. */
  private boolean isSaidToHaveNoKey(ActualResource standing) {
    ResourceDefinition enabled =
        ResourceDefinition.of(standing.body()).with("properties.state", ENABLED);
    return disconnectContext.workings().keyless().equals(enabled.fingerprint());
  }

  private Optional<Secret> declaredKey() {
    return disconnectContext
        .target()
        .circuit()
        .declaredPeering()
        .flatMap(declared -> BodyMembers.secret(declared.body(), "properties", "sharedKey"));
  }

  @Override
  public boolean needsNoKey() {
    return disconnectContext.workings().noPeeringKey() && declaredKey().isEmpty();
  }

  @Override
  public DisconnectAnnouncement announcement() throws InterruptedException {
    return texts.announcement(undoByHand());
  }

  @Override
  public List<String> undoByHand() {
    boolean withKey = declaredKey().isPresent();
    return ManualUndoCommands.enablePeering(key, withKey || !needsNoKey());
  }

  @Override
  public ResourceDefinition definition() throws InterruptedException {
    return disconnectContext
        .settled(key)
        .map(a -> ResourceDefinition.of(a.body()))
        .orElse(ResourceDefinition.NONE);
  }

  @Override
  public void pull(CallOptions callOptions) throws InterruptedException {
    AtomicBoolean sent = new AtomicBoolean();
    disconnectContext.patiently(
        () -> {
          Optional<ActualResource> standing = disconnectContext.settled(key);
          if (sent.get() && standing.filter(s -> state(s).equalsIgnoreCase(DISABLED)).isPresent()) {
            return;
          }
          ActualResource found = sent.get() ? standing.orElseThrow(this::missing) : ready(standing);
          sent.set(true);
          write(found, DISABLED, callOptions);
        });
  }

  private ActualResource ready(Optional<ActualResource> standing) {
    ActualResource found = standing.orElseThrow(() -> disconnectContext.refuse(texts.absent()));
    if (!mayBeDisabled(found)) {
      throw disconnectContext.refuse(texts.notEnabled(state(found), found.provisioningState()));
    }
    return found;
  }

  @Override
  public boolean wasRefused() {
    return disconnectContext.wasRefused().get();
  }

  @Override
  public boolean isMoot() throws InterruptedException {
    return disconnectContext.settled(disconnectContext.target().circuit().key()).isEmpty();
  }

  @Override
  public boolean isPulled() throws InterruptedException {
    return disconnectContext
        .settled(key)
        .filter(standing -> state(standing).equalsIgnoreCase(DISABLED))
        .isPresent();
  }

  @Override
  public boolean undo(CallOptions callOptions) throws InterruptedException {
    ActualResource standing = disconnectContext.settled(key).orElseThrow(this::missing);
    if (isReady(standing)) {
      return false;
    }
    if (!isKeyKnown(standing)) {
      throw DisconnectContext.refused("PeeringKeyUnknown", texts.keyUnknownForUndo());
    }
    try {
      write(standing, ENABLED, callOptions);
    } catch (CloudException failure) {
      if (!FailedCircuitRepair.isReasonOf(failure)) {
        throw failure;
      }
      new FailedCircuitRepair(disconnectContext)
          .writeAgain(declaredKey().map(PeeringDisconnect::fetched), callOptions);
      write(disconnectContext.settled(key).orElseThrow(this::missing), ENABLED, callOptions);
    }
    return true;
  }

  private CloudException missing() {
    return DisconnectContext.refused(
        "PeeringMissing", "The " + key + " has been deleted by somebody; it has to be made again");
  }

  private void write(ActualResource standing, String state, CallOptions callOptions)
      throws InterruptedException {
    Map<String, Object> properties = new LinkedHashMap<>(Map.of("state", state));
    declaredKey().ifPresent(secret -> properties.put("sharedKey", fetched(secret)));
    Map<String, Object> declared = Map.of("properties", properties);
    DeclaredResource desired =
        new DeclaredResource(
            key,
            declared,
            List.of(),
            DeclaredResource.WriteRules.locking(key, disconnectContext.target().circuit().key()));
    PropertyDifference propertyDifference =
        new PropertyDifference("properties.state", state, state(standing));
    ResourceChange resourceChange =
        new ResourceChange(
            ResourceChange.Action.UPDATE, desired, standing, List.of(propertyDifference));
    disconnectContext
        .ports()
        .cloud()
        .apply(resourceChange, ResourceBody.merge(standing.body(), declared), callOptions);
  }

  private static Secret fetched(Secret secret) {
    if (secret.reference().isPresent()) {
      throw DisconnectContext.refused(
          "PeeringKeyNotFetched",
          "The MD5 key of the private peering is in a Key Vault from which it could not be read");
    }
    return secret;
  }

  private static String state(ActualResource standing) {
    return BodyMembers.text(standing.body(), "properties", "state");
  }
}
