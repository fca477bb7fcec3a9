package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.AuthorizationKeys;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceUsers;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.diff.Planner;
import io.github.hybridnet.plan.replace.ReplacementBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the parameter files rebuild the ExpressRoute connection, and what its removal affects.
 */
final class ConnectionRebuildCheck {
  private static final String OTHER_METHODS =
      ". Or set hybridnet.failover.disconnect to peering or site-simulation";

  private static final String TAGS = "tags.";

  private final DisconnectContext context;
  private final DeclaredResource declared;
  private final ResourceKey circuit;

  ConnectionRebuildCheck(DisconnectContext context) {
    this.context = context;
    this.declared = context.target().expressRoute().connection();
    this.circuit = context.target().circuit().key();
  }

  List<DrillFinding> refusals(Optional<ActualResource> actual) {
    if (actual.isEmpty()) {
      return List.of(absent());
    }
    List<DrillFinding> findings = new ArrayList<>();
    ResourceChange resourceChange = new Planner().change(declared, actual.get());
    List<String> differences =
        Stream.concat(
                resourceChange.differences().stream().map(PropertyDifference::toString),
                ReplacementBody.missing(declared, actual.get()).stream()
                    .filter(path -> !isTagOfAll(path, actual.get()))
                    .map(path -> path + ": exists, but is not in the parameter files"))
            .toList();
    if (!differences.isEmpty()) {
      findings.add(notTheSame(differences));
    }
    keyRefusal(readable(circuit)).ifPresent(findings::add);
    return findings;
  }

  /**
   * Whether it is a tag that the gateway has too, as a policy gives it to every resource. The
   * policy adds it again, and a restore that knows of it sends it back.
   */
  private boolean isTagOfAll(String path, ActualResource connection) {
    String tag = path.startsWith(TAGS) ? path.substring(TAGS.length()) : "";
    return !tag.isEmpty()
        && readable(context.target().expressRoute().gateway())
            .flatMap(gateway -> tag(gateway, tag))
            .equals(tag(connection, tag));
  }

  private static Optional<String> tag(ActualResource resource, String name) {
    return ResourceBody.map(resource.body().get("tags")).entrySet().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(name))
        .map(each -> String.valueOf(each.getValue()))
        .findFirst();
  }

  private DrillFinding absent() {
    return DisconnectRefusals.nothingToMove(
        "The "
            + declared.key().quoted()
            + " does not exist, so it cannot be deleted for the drill.",
        "run hybridnet:deploy-network. If an earlier drill deleted it, run hybridnet:restore");
  }

  private DrillFinding notTheSame(List<String> differences) {
    return DisconnectRefusals.notTheSame(
        "The drill would delete the "
            + declared.key().quoted()
            + " and create it again from the parameter files, and it would then differ: "
            + String.join("; ", differences)
            + ".",
        "write the actual values in the parameter files, or run hybridnet:deploy-network to change"
            + " the connection"
            + OTHER_METHODS);
  }

  private Optional<DrillFinding> keyRefusal(Optional<ActualResource> found) {
    Optional<Secret> key = declaredKey();
    boolean elsewhere = !circuit.subscriptionId().equalsIgnoreCase(declared.key().subscriptionId());
    if (key.isEmpty() && (elsewhere || found.filter(this::hasRedeemed).isPresent())) {
      return Optional.of(
          keyFinding(
              " cannot be created again without an authorization key of the "
                  + circuit.quoted()
                  + (elsewhere
                      ? ", which is in another subscription"
                      : ", with which it was created")
                  + ". The parameter files have none.",
              "set authorizationKey of the ExpressRoute connection in the parameter files"));
    }
    if (key.isPresent()
        && found
            .filter(c -> !new AuthorizationKeys(c).admit(key.get(), declared.key()))
            .isPresent()) {
      return Optional.of(
          keyFinding(
              " cannot be created again with the authorizationKey in the parameter files: the "
                  + circuit.quoted()
                  + " has no authorization with this key that is free or used by the connection.",
              "set authorizationKey to the key of the authorization that the connection uses"));
    }
    return Optional.empty();
  }

  private DrillFinding keyFinding(String text, String fix) {
    return DisconnectRefusals.noAuthorization(
        "The " + declared.key().quoted() + text, fix + OTHER_METHODS);
  }

  private Optional<Secret> declaredKey() {
    return ResourceBody.of(declared.body()).secret("properties", "authorizationKey");
  }

  DisconnectAnnouncement announcement(List<String> undo) {
    List<String> radius = new ArrayList<>();
    radius.addAll(
        new AffectedConnections(context)
            .onGateway("stays, but may be interrupted while the gateway changes"));
    radius.add("Other networks on the " + circuit.quoted() + " are not affected.");
    if (declaredKey().isPresent()) {
      radius.add(
          "The authorization of the connection is released and used again. The key in the parameter"
              + " files can be checked only if the circuit can be read. Microsoft does not say"
              + " whether a key can be used twice, so make sure that the circuit's owner can create"
              + " a new one.");
    }
    return new DisconnectAnnouncement(
        "The "
            + declared.key().quoted()
            + " is deleted, and created again from the parameter files.",
        radius,
        "In recorded traffic the deletion took ten seconds to three minutes, and the creation as"
            + " long. FastPath and routing weight are restored as declared. The byte counters of"
            + " the connection start at zero.",
        undo);
  }

  /** Nothing is known of a resource that must not be read. */
  private Optional<ActualResource> readable(ResourceKey key) {
    try {
      return context.ports().cloud().read(key);
    } catch (CloudException failure) {
      if (failure.isForbidden()) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** Whether the connection was made with an authorization, as far as the circuit says so. */
  private boolean hasRedeemed(ActualResource found) {
    return ResourceBody.of(found.observed()).bodies(ResourceUsers.AUTHORIZATIONS).stream()
        .anyMatch(use -> use.text("connection").equalsIgnoreCase(declared.key().id()));
  }
}
