package io.github.hybridnet.failover.lever;

import io.github.hybridnet.engine.Call;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.failover.DrillResult.Announcement;
import io.github.hybridnet.failover.LeverKind;
import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Bodies;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.Difference;
import io.github.hybridnet.plan.ResourceKey;
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
final class PeeringLever implements Lever {
  private static final String ENABLED = "Enabled";
  private static final String DISABLED = "Disabled";

  private final Work work;
  private final ResourceKey key;
  private final PeeringTexts texts;

  PeeringLever(Work work) {
    this.work = work;
    this.key = work.target().circuit().peering();
    this.texts = new PeeringTexts(work);
  }

  @Override
  public LeverKind kind() {
    return LeverKind.PEERING;
  }

  @Override
  public ResourceKey target() {
    return key;
  }

  @Override
  public List<Finding> refusals() throws InterruptedException {
    Optional<ActualResource> standing = work.settled(key);
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
    return work.workings().noPeeringKey()
        || work.target().circuit().declaredPeering().isPresent()
        || Members.secret(standing.body(), "properties", "sharedKey").isPresent()
        || isSaidToHaveNoKey(standing);
  }

  /** Only somebody who could read the peering knows what it was like while it was enabled. */
  private boolean isSaidToHaveNoKey(ActualResource standing) {
    Definition enabled = Definition.of(standing.body()).with("properties.state", ENABLED);
    return work.workings().keyless().equals(enabled.fingerprint());
  }

  private Optional<Secret> declaredKey() {
    return work.target()
        .circuit()
        .declaredPeering()
        .flatMap(declared -> Members.secret(declared.body(), "properties", "sharedKey"));
  }

  @Override
  public boolean needsNoKey() {
    return work.workings().noPeeringKey() && declaredKey().isEmpty();
  }

  @Override
  public Announcement announcement() throws InterruptedException {
    return texts.announcement(undoByHand());
  }

  @Override
  public List<String> undoByHand() {
    boolean withKey = declaredKey().isPresent();
    return ByHand.enablePeering(key, withKey || !needsNoKey());
  }

  @Override
  public Definition definition() throws InterruptedException {
    return work.settled(key).map(a -> Definition.of(a.body())).orElse(Definition.NONE);
  }

  @Override
  public void pull(Call call) throws InterruptedException {
    AtomicBoolean sent = new AtomicBoolean();
    work.patiently(
        () -> {
          Optional<ActualResource> standing = work.settled(key);
          if (sent.get() && standing.filter(s -> state(s).equalsIgnoreCase(DISABLED)).isPresent()) {
            return;
          }
          ActualResource found = sent.get() ? standing.orElseThrow(this::missing) : ready(standing);
          sent.set(true);
          write(found, DISABLED, call);
        });
  }

  private ActualResource ready(Optional<ActualResource> standing) {
    ActualResource found = standing.orElseThrow(() -> work.refuse(texts.absent()));
    if (!mayBeDisabled(found)) {
      throw work.refuse(texts.notEnabled(state(found), found.provisioningState()));
    }
    return found;
  }

  @Override
  public boolean wasRefused() {
    return work.wasRefused().get();
  }

  @Override
  public boolean isMoot() throws InterruptedException {
    return work.settled(work.target().circuit().key()).isEmpty();
  }

  @Override
  public boolean isPulled() throws InterruptedException {
    return work.settled(key)
        .filter(standing -> state(standing).equalsIgnoreCase(DISABLED))
        .isPresent();
  }

  @Override
  public boolean undo(Call call) throws InterruptedException {
    ActualResource standing = work.settled(key).orElseThrow(this::missing);
    if (isReady(standing)) {
      return false;
    }
    if (!isKeyKnown(standing)) {
      throw Work.refused("PeeringKeyUnknown", texts.keyUnknownForUndo());
    }
    try {
      write(standing, ENABLED, call);
    } catch (CloudException failure) {
      if (!FailedCircuit.isReasonOf(failure)) {
        throw failure;
      }
      new FailedCircuit(work).writeAgain(declaredKey().map(PeeringLever::fetched), call);
      write(work.settled(key).orElseThrow(this::missing), ENABLED, call);
    }
    return true;
  }

  private CloudException missing() {
    return Work.refused(
        "PeeringMissing", "The " + key + " has been deleted by somebody; it has to be made again");
  }

  private void write(ActualResource standing, String state, Call call) throws InterruptedException {
    Map<String, Object> properties = new LinkedHashMap<>(Map.of("state", state));
    declaredKey().ifPresent(secret -> properties.put("sharedKey", fetched(secret)));
    Map<String, Object> declared = Map.of("properties", properties);
    DesiredResource desired =
        new DesiredResource(
            key,
            declared,
            List.of(),
            DesiredResource.WriteRules.locking(key, work.target().circuit().key()));
    Difference difference = new Difference("properties.state", state, state(standing));
    Change change = new Change(Change.Action.UPDATE, desired, standing, List.of(difference));
    work.ports().cloud().apply(change, Bodies.merge(standing.body(), declared), call);
  }

  private static Secret fetched(Secret secret) {
    if (secret.reference().isPresent()) {
      throw Work.refused(
          "PeeringKeyNotFetched",
          "The MD5 key of the private peering is in a Key Vault from which it could not be read");
    }
    return secret;
  }

  private static String state(ActualResource standing) {
    return Members.text(standing.body(), "properties", "state");
  }
}
