package io.github.hybridnet.engine.guard;

import io.github.hybridnet.arm.AuthorizationKeys;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceIdParser;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the authorization key of a connection that is to be made can be redeemed. Azure looks
 * only when the connection is made, and one that existed may be gone by then. A circuit that must
 * not be read, or that does not show its keys, says nothing: who was given a key need not see
 * either.
 */
final class AuthorizationKeyCheck implements GuardCheck {
  private final CloudClient cloudClient;

  AuthorizationKeyCheck(CloudClient cloudClient) {
    this.cloudClient = cloudClient;
  }

  @Override
  public List<GuardObjection> objections(GuardedWork work) {
    List<GuardObjection> objections = new ArrayList<>();
    for (GuardedWork.PlannedCreation plannedCreation : work.made()) {
      NewResource resource = plannedCreation.resource();
      if (resource.key().type() == ResourceType.CONNECTION) {
        key(resource).flatMap(key -> objection(resource, key)).ifPresent(objections::add);
      }
    }
    return objections;
  }

  private Optional<GuardObjection> objection(NewResource connection, Secret key) {
    String peer = new ResourceBody(connection.body()).text("properties", "peer", "id");
    Optional<ResourceKey> circuit = ResourceIdParser.find(peer);
    try {
      return circuit
          .flatMap(cloudClient::read)
          .filter(c -> !new AuthorizationKeys(c).admit(key, connection.key()))
          .map(c -> refused(connection.key()));
    } catch (CloudException failure) {
      return failure.isForbidden() ? Optional.empty() : circuit.map(c -> unanswered(c, failure));
    }
  }

  private static GuardObjection unanswered(ResourceKey circuit, CloudException failure) {
    return GuardObjection.unanswered(
        GuardQuestion.PERMISSIONS,
        "The authorizations of the " + circuit.quoted(),
        failure,
        "give this identity the role Reader on that circuit");
  }

  private static Optional<Secret> key(NewResource connection) {
    return new ResourceBody(connection.body())
        .secret("properties", "authorizationKey")
        .filter(secret -> secret.reference().isEmpty());
  }

  private static GuardObjection refused(ResourceKey connection) {
    return new GuardObjection(
        GuardQuestion.PERMISSIONS,
        GuardObjection.Kind.REFUSED,
        "The circuit has no authorization with the authorizationKey of the parameter files that is"
            + " free or used by the "
            + connection.quoted()
            + ".",
        "set the authorizationKey that the circuit's owner made for this connection");
  }
}
