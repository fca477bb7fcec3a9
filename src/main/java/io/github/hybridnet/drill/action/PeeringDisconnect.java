package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Disables the circuit's private peering, and enables it again. The whole actual body is written,
 * with the declared MD5 key: the service does not return the key, and a write without it may remove
 * it.
 */
final class PeeringDisconnect implements DisconnectAction {
  private static final String ENABLED = "Enabled";
  private static final String DISABLED = "Disabled";

  private final DisconnectContext context;
  private final ResourceKey key;
  private final PeeringDisconnectText texts;

  PeeringDisconnect(DisconnectContext context) {
    this.context = context;
    this.key = context.target().circuit().peering();
    this.texts = new PeeringDisconnectText(context);
  }

  @Override
  public DisconnectMethod method() {
    return DisconnectMethod.PEERING;
  }

  @Override
  public ResourceKey target() {
    return key;
  }

  @Override
  public List<DrillFinding> refusals() throws InterruptedException {
    Optional<ActualResource> actual = context.settled(key);
    if (actual.isEmpty()) {
      return List.of(texts.absent());
    }
    if (!mayBeDisabled(actual.get())) {
      return List.of(texts.notEnabled(state(actual.get()), actual.get().provisioningState()));
    }
    return isKeyKnown(actual.get()) ? List.of() : List.of(texts.keyUnknown());
  }

  /**
   * A state that Azure does not report, or that is not known here, says nothing; routes have shown
   * that the peering works.
   */
  private static boolean mayBeDisabled(ActualResource actual) {
    return !state(actual).equalsIgnoreCase(DISABLED) && !actual.isBroken();
  }

  private static boolean isReady(ActualResource actual) {
    return state(actual).equalsIgnoreCase(ENABLED) && !actual.isBroken();
  }

  /** Whether a write can carry the key, or there is none. */
  private boolean isKeyKnown(ActualResource actual) {
    return context.options().noPeeringKey()
        || context.target().circuit().declaredPeering().isPresent()
        || ResourceBody.of(actual.body()).secret("properties", "sharedKey").isPresent()
        || isSaidToHaveNoKey(actual);
  }

  /** Only somebody who could read the peering knows what it was like while it was enabled. */
  private boolean isSaidToHaveNoKey(ActualResource actual) {
    ResourceDefinition enabled =
        ResourceDefinition.of(actual.body()).with("properties.state", ENABLED);
    return context.options().keylessFingerprint().equals(enabled.fingerprint());
  }

  private Optional<Secret> declaredKey() {
    return context
        .target()
        .circuit()
        .declaredPeering()
        .flatMap(declared -> ResourceBody.of(declared.body()).secret("properties", "sharedKey"));
  }

  @Override
  public boolean isDeclaredKeyless() {
    return context.options().noPeeringKey() && declaredKey().isEmpty();
  }

  @Override
  public DisconnectAnnouncement announcement() throws InterruptedException {
    return texts.announcement(manualUndoCommands());
  }

  @Override
  public List<String> manualUndoCommands() {
    boolean withKey = declaredKey().isPresent();
    return ManualUndoCommands.enablePeering(key, withKey || !isDeclaredKeyless());
  }

  @Override
  public ResourceDefinition definition() throws InterruptedException {
    return context
        .settled(key)
        .map(a -> ResourceDefinition.of(a.body()))
        .orElse(ResourceDefinition.NONE);
  }

  @Override
  public void disconnect(Duration limit) throws InterruptedException {
    AtomicBoolean sent = new AtomicBoolean();
    context.retryWhileBusy(
        key,
        limit,
        sent,
        () -> {
          Optional<ActualResource> actual = context.settled(key);
          if (sent.get() && actual.filter(s -> state(s).equalsIgnoreCase(DISABLED)).isPresent()) {
            return;
          }
          ActualResource found = sent.get() ? actual.orElseThrow(this::missing) : ready(actual);
          sent.set(true);
          write(found, DISABLED, limit);
        });
  }

  private ActualResource ready(Optional<ActualResource> actual) {
    ActualResource found = actual.orElseThrow(() -> context.refuseDisconnect(texts.absent()));
    if (!mayBeDisabled(found)) {
      throw context.refuseDisconnect(texts.notEnabled(state(found), found.provisioningState()));
    }
    return found;
  }

  @Override
  public boolean wasRefused() {
    return context.wasRefused().get();
  }

  @Override
  public boolean hasNothingToRestore() throws InterruptedException {
    return context.settled(context.target().circuit().key()).isEmpty();
  }

  @Override
  public boolean isDisconnected() throws InterruptedException {
    return context
        .settled(key)
        .filter(actual -> state(actual).equalsIgnoreCase(DISABLED))
        .isPresent();
  }

  @Override
  public boolean restore(ResourceDefinition before, Duration limit) throws InterruptedException {
    ActualResource actual = context.settled(key).orElseThrow(this::missing);
    if (isReady(actual)) {
      return false;
    }
    if (!isKeyKnown(actual)) {
      throw DisconnectContext.requestRefused(
          OwnErrorCode.PEERING_KEY_UNKNOWN, texts.keyUnknownForUndo());
    }
    try {
      write(actual, ENABLED, limit);
    } catch (CloudException failure) {
      if (!FailedCircuitRepair.isReasonOf(failure)) {
        throw failure;
      }
      new FailedCircuitRepair(context)
          .writeAgain(declaredKey().map(PeeringDisconnect::fetched), limit);
      write(context.settled(key).orElseThrow(this::missing), ENABLED, limit);
    }
    return true;
  }

  private CloudException missing() {
    return DisconnectContext.requestRefused(
        OwnErrorCode.PEERING_MISSING,
        "Somebody deleted the " + key.quoted() + ", so it must be created again");
  }

  private void write(ActualResource actual, String state, Duration limit)
      throws InterruptedException {
    Map<String, Object> properties = new LinkedHashMap<>(Map.of("state", state));
    declaredKey().ifPresent(secret -> properties.put("sharedKey", fetched(secret)));
    Map<String, Object> declared = Map.of("properties", properties);
    DeclaredResource desired =
        new DeclaredResource(
            key,
            declared,
            List.of(),
            DeclaredResource.WriteRules.locking(key, context.target().circuit().key()));
    PropertyDifference propertyDifference =
        new PropertyDifference("properties.state", state, state(actual));
    ResourceChange resourceChange =
        new ResourceChange(
            ResourceChange.Action.UPDATE, desired, actual, List.of(propertyDifference));
    context.requests().apply(resourceChange, BodyMerge.merge(actual.body(), declared), limit);
  }

  private static Secret fetched(Secret secret) {
    if (secret.reference().isPresent()) {
      throw DisconnectContext.requestRefused(
          OwnErrorCode.PEERING_KEY_NOT_FETCHED,
          "The MD5 key of the private peering could not be read from its Key Vault");
    }
    return secret;
  }

  private static String state(ActualResource actual) {
    return ResourceBody.of(actual.body()).text("properties", "state");
  }
}
