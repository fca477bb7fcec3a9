package io.github.hybridnet.engine.guard;

import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.AuthorizationKeys;
import io.github.hybridnet.plan.Bodies;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceKeys;
import io.github.hybridnet.plan.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether the authorization key of a connection that is to be made can be redeemed. Azure looks
 * only when the connection is made, and one that stood may be gone by then. A circuit that must not
 * be read, or that does not show its keys, says nothing: who was given a key need not see either.
 */
final class AuthorizationCheck implements Check {
  private final Cloud cloud;

  AuthorizationCheck(Cloud cloud) {
    this.cloud = cloud;
  }

  @Override
  public List<Objection> objections(Undertaking work) {
    List<Objection> objections = new ArrayList<>();
    for (Undertaking.Made made : work.made()) {
      NewResource resource = made.resource();
      if (resource.key().type() == ResourceType.CONNECTION) {
        key(resource).flatMap(key -> objection(resource, key)).ifPresent(objections::add);
      }
    }
    return objections;
  }

  private Optional<Objection> objection(NewResource connection, Secret key) {
    Object peer = Bodies.at(connection.body(), "properties.peer.id");
    Optional<ResourceKey> circuit = ResourceKeys.find(Objects.toString(peer, ""));
    try {
      return circuit
          .flatMap(cloud::read)
          .filter(c -> !new AuthorizationKeys(c).admit(key, connection.key()))
          .map(c -> refused(connection.key()));
    } catch (CloudException failure) {
      return failure.isForbidden() ? Optional.empty() : circuit.map(c -> unanswered(c, failure));
    }
  }

  private static Objection unanswered(ResourceKey circuit, CloudException failure) {
    return Objection.unanswered(
        Question.PERMISSIONS,
        "The authorizations of the " + circuit,
        failure,
        "give this identity the role Reader on it");
  }

  private static Optional<Secret> key(NewResource connection) {
    Object key = Bodies.at(connection.body(), "properties.authorizationKey");
    return key instanceof Secret secret && secret.reference().isEmpty()
        ? Optional.of(secret)
        : Optional.empty();
  }

  private static Objection refused(ResourceKey connection) {
    return new Objection(
        Question.PERMISSIONS,
        Objection.Kind.REFUSED,
        "The circuit has no authorization with the declared key that is free or is used by the "
            + connection
            + ".",
        "declare the authorizationKey that the circuit's owner made for this connection");
  }
}
