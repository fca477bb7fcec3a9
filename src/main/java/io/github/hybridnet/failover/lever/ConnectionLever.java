package io.github.hybridnet.failover.lever;

import io.github.hybridnet.engine.Call;
import io.github.hybridnet.failover.DrillResult.Announcement;
import io.github.hybridnet.failover.LeverKind;
import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Bodies;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.Planner;
import io.github.hybridnet.plan.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Deletes the ExpressRoute connection, and makes it again as declared. What the declaration does
 * not hold would be lost: then the lever is refused.
 */
final class ConnectionLever implements Lever {
  private final Work work;
  private final DesiredResource declared;
  private final ConnectionCheck check;

  ConnectionLever(Work work) {
    this.work = work;
    this.declared = work.target().expressRoute().connection();
    this.check = new ConnectionCheck(work);
  }

  @Override
  public LeverKind kind() {
    return LeverKind.CONNECTION;
  }

  @Override
  public ResourceKey target() {
    return declared.key();
  }

  @Override
  public List<Finding> refusals() throws InterruptedException {
    return check.refusals(work.settled(declared.key()));
  }

  @Override
  public boolean needsNoKey() {
    return false;
  }

  @Override
  public Announcement announcement() throws InterruptedException {
    return check.announcement(undoByHand());
  }

  @Override
  public List<String> undoByHand() {
    return declared.body().isEmpty()
        ? List.of("(run hybridnet:restore with the parameter files that the drill was run with)")
        : ByHand.makeConnection(declared);
  }

  @Override
  public Definition definition() throws InterruptedException {
    return work.settled(declared.key()).map(a -> Definition.of(a.body())).orElse(Definition.NONE);
  }

  @Override
  public void pull(Call call) throws InterruptedException {
    AtomicBoolean sent = new AtomicBoolean();
    work.patiently(
        () -> {
          Optional<ActualResource> standing = work.settled(declared.key());
          if (sent.get() && standing.isEmpty()) {
            return;
          }
          List<Finding> refusals = check.refusals(standing);
          if (!sent.get() && !refusals.isEmpty()) {
            throw work.refuse(refusals.get(0));
          }
          sent.set(true);
          work.ports().cloud().delete(declared.key(), call);
        });
  }

  @Override
  public boolean wasRefused() {
    return work.wasRefused().get();
  }

  /** Which gateway a connection was at is known only where it is declared. */
  @Override
  public boolean isMoot() throws InterruptedException {
    return !declared.body().isEmpty()
        && work.settled(work.target().expressRoute().gateway()).isEmpty();
  }

  @Override
  public boolean isPulled() throws InterruptedException {
    return work.settled(declared.key()).isEmpty();
  }

  @Override
  public boolean undo(Call call) throws InterruptedException {
    ActualResource standing = work.settled(declared.key()).orElse(null);
    if (standing != null && !standing.isBroken()) {
      return false;
    }
    requireFetched();
    Change change =
        standing == null
            ? new Change(Change.Action.CREATE, declared, null, List.of())
            : new Planner().change(declared, standing);
    Map<String, Object> body =
        standing == null
            ? declared.body()
            // Its creation may have failed: the authorization's key belongs to it as well.
            : Bodies.merge(standing.body(), declared.body());
    work.ports().cloud().apply(change, body, call);
    return true;
  }

  private void requireFetched() {
    if (declared.body().isEmpty()) {
      throw Work.refused(
          "ConnectionNotDeclared",
          "The "
              + declared.key()
              + " is not declared here: it can be made again only with the parameter files that the"
              + " drill was run with");
    }
    Optional<Secret> key = Members.secret(declared.body(), "properties", "authorizationKey");
    if (key.flatMap(Secret::reference).isPresent()) {
      throw Work.refused(
          "AuthorizationKeyNotFetched",
          "The authorization key of the "
              + declared.key()
              + " is in a Key Vault from which it could not be read");
    }
  }
}
