package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.diff.Planner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Deletes the ExpressRoute connection, and creates it again as declared. The disconnect is refused
 * if the connection has anything that the parameter files do not declare, which would be lost.
 */
final class ConnectionDisconnect implements DisconnectAction {
  private final DisconnectContext context;
  private final DeclaredResource declared;
  private final ConnectionRebuildCheck check;

  ConnectionDisconnect(DisconnectContext context) {
    this.context = context;
    this.declared = context.target().expressRoute().connection();
    this.check = new ConnectionRebuildCheck(context);
  }

  @Override
  public DisconnectMethod method() {
    return DisconnectMethod.CONNECTION;
  }

  @Override
  public ResourceKey target() {
    return declared.key();
  }

  @Override
  public List<DrillFinding> refusals() throws InterruptedException {
    return check.refusals(context.settled(declared.key()));
  }

  @Override
  public boolean isDeclaredKeyless() {
    return false;
  }

  @Override
  public DisconnectAnnouncement announcement() throws InterruptedException {
    return check.announcement(manualUndoCommands());
  }

  @Override
  public List<String> manualUndoCommands() {
    return declared.body().isEmpty()
        ? List.of("(run mvn hybridnet:restore with the parameter files of the drill)")
        : ManualUndoCommands.createConnection(declared);
  }

  @Override
  public ResourceDefinition definition() throws InterruptedException {
    return context
        .settled(declared.key())
        .map(a -> ResourceDefinition.of(a.body()))
        .orElse(ResourceDefinition.NONE);
  }

  @Override
  public void disconnect(Duration limit) throws InterruptedException {
    AtomicBoolean sent = new AtomicBoolean();
    context.retryWhileBusy(
        declared.key(),
        limit,
        sent,
        () -> {
          Optional<ActualResource> actual = context.settled(declared.key());
          if (sent.get() && actual.isEmpty()) {
            return;
          }
          List<DrillFinding> refusals = check.refusals(actual);
          if (!sent.get() && !refusals.isEmpty()) {
            throw context.refuseDisconnect(refusals.get(0));
          }
          sent.set(true);
          context.requests().delete(declared.key(), limit);
        });
  }

  @Override
  public boolean wasRefused() {
    return context.wasRefused().get();
  }

  /** Which gateway a connection was at is known only where it is declared. */
  @Override
  public boolean hasNothingToRestore() throws InterruptedException {
    return !declared.body().isEmpty()
        && context.settled(context.target().expressRoute().gateway()).isEmpty();
  }

  @Override
  public boolean isDisconnected() throws InterruptedException {
    return context.settled(declared.key()).isEmpty();
  }

  @Override
  public boolean restore(ResourceDefinition before, Duration limit) throws InterruptedException {
    ActualResource actual = context.settled(declared.key()).orElse(null);
    if (actual != null && !actual.isBroken()) {
      return false;
    }
    requireFetched();
    ResourceChange resourceChange =
        actual == null
            ? new ResourceChange(ResourceChange.Action.CREATE, declared, null, List.of())
            : new Planner().change(declared, actual);
    Map<String, Object> body =
        actual == null
            ? withTags(before)
            // Its creation may have failed: the authorization's key belongs to it as well.
            : BodyMerge.merge(actual.body(), declared.body());
    context.requests().apply(resourceChange, body, limit);
    return true;
  }

  /** As declared, with the tags that it had and that nobody declared, such as those of a policy. */
  private Map<String, Object> withTags(ResourceDefinition before) {
    Map<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    tags.putAll(before.tags());
    ResourceBody.map(declared.body().get("tags"))
        .forEach((name, value) -> tags.put(name, String.valueOf(value)));
    return tags.isEmpty()
        ? declared.body()
        : new ResourceBody(declared.body()).with(tags, "tags").members();
  }

  private void requireFetched() {
    if (declared.body().isEmpty()) {
      throw DisconnectContext.requestRefused(
          OwnErrorCode.CONNECTION_NOT_DECLARED,
          "The "
              + declared.key().quoted()
              + " is not in the parameter files. It can be created again only with the parameter"
              + " files of the drill");
    }
    Optional<Secret> key =
        ResourceBody.of(declared.body()).secret("properties", "authorizationKey");
    if (key.flatMap(Secret::reference).isPresent()) {
      throw DisconnectContext.requestRefused(
          OwnErrorCode.AUTHORIZATION_KEY_NOT_FETCHED,
          "The authorization key of the "
              + declared.key().quoted()
              + " could not be read from its Key Vault");
    }
  }
}
