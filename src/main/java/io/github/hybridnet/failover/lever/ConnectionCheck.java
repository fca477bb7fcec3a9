package io.github.hybridnet.failover.lever;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.failover.DrillResult.Announcement;
import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.AuthorizationKeys;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.Difference;
import io.github.hybridnet.plan.Planner;
import io.github.hybridnet.plan.Remade;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.Uses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the declaration rebuilds the live ExpressRoute connection, and what its removal does. */
final class ConnectionCheck {
  private static final String OTHER_LEVERS =
      "; or set hybridnet.failover.disconnect to peering or site-simulation";

  private final Work work;
  private final DesiredResource declared;
  private final ResourceKey circuit;

  ConnectionCheck(Work work) {
    this.work = work;
    this.declared = work.target().expressRoute().connection();
    this.circuit = work.target().circuit().key();
  }

  List<Finding> refusals(Optional<ActualResource> standing) {
    if (standing.isEmpty()) {
      return List.of(absent());
    }
    List<Finding> findings = new ArrayList<>();
    Change change = new Planner().change(declared, standing.get());
    List<String> differences =
        Stream.concat(
                change.differences().stream().map(Difference::toString),
                Remade.missing(declared, standing.get()).stream()
                    .map(path -> path + ": stands, and is not declared"))
            .toList();
    if (!differences.isEmpty()) {
      findings.add(notTheSame(differences));
    }
    keyRefusal(circuit()).ifPresent(findings::add);
    return findings;
  }

  private Finding absent() {
    return Refusals.nothingToMove(
        "The " + declared.key() + " does not stand, so that it cannot be taken away.",
        "run hybridnet:deploy-network; if an earlier drill left it so, run hybridnet:restore");
  }

  private Finding notTheSame(List<String> differences) {
    return Refusals.notTheSame(
        "The "
            + declared.key()
            + " would not be the same again after it was deleted and made as declared: "
            + String.join("; ", differences)
            + ".",
        "declare it as it stands, or bring it to what is declared with hybridnet:deploy-network"
            + OTHER_LEVERS);
  }

  private Optional<Finding> keyRefusal(Optional<ActualResource> found) {
    Optional<Secret> key = declaredKey();
    boolean elsewhere = !circuit.subscriptionId().equalsIgnoreCase(declared.key().subscriptionId());
    if (key.isEmpty() && (elsewhere || found.filter(this::hasRedeemed).isPresent())) {
      return Optional.of(
          keyFinding(
              " needs the authorization key of the "
                  + circuit
                  + (elsewhere ? " of another subscription" : ", by which it was made")
                  + " to be made again, and none is declared.",
              "declare authorizationKey with the ExpressRoute connection"));
    }
    if (key.isPresent()
        && found
            .filter(c -> !new AuthorizationKeys(c).admit(key.get(), declared.key()))
            .isPresent()) {
      return Optional.of(
          keyFinding(
              " cannot be made again with the declared authorization key: the "
                  + circuit
                  + " has no authorization with it that is free or the connection's own.",
              "declare the key of the authorization that the connection uses"));
    }
    return Optional.empty();
  }

  private Finding keyFinding(String text, String fix) {
    return Refusals.noAuthorization("The " + declared.key() + text, fix + OTHER_LEVERS);
  }

  private Optional<Secret> declaredKey() {
    return Members.secret(declared.body(), "properties", "authorizationKey");
  }

  Announcement announcement(List<String> undo) {
    List<String> radius = new ArrayList<>();
    radius.addAll(new Neighbours(work).onGateway("stays, and may be interrupted while it changes"));
    radius.add("Other networks on the " + circuit + " are not touched.");
    if (declaredKey().isPresent()) {
      radius.add(
          "The authorization of the connection is given back and redeemed again. Whether the"
              + " declared key is its key is known only where the circuit can be read, and"
              + " Microsoft does not say that a key can be redeemed a second time: have the"
              + " circuit's owner at hand, who can make a new one.");
    }
    return new Announcement(
        "The " + declared.key() + " is deleted, and made again as declared.",
        radius,
        "The deletion took ten seconds to three minutes in recorded traffic, and the creation as"
            + " long. FastPath and routing weight come back as declared; the byte counters of the"
            + " connection begin anew.",
        undo);
  }

  /** Nothing is known of a circuit that must not be read. */
  private Optional<ActualResource> circuit() {
    try {
      return work.ports().cloud().read(circuit);
    } catch (CloudException failure) {
      if (failure.isForbidden()) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** Whether the connection was made with an authorization, as far as the circuit says so. */
  private boolean hasRedeemed(ActualResource found) {
    return Members.list(found.observed(), Uses.AUTHORIZATIONS).stream()
        .anyMatch(use -> Members.text(use, "connection").equalsIgnoreCase(declared.key().id()));
  }
}
