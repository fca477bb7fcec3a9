package io.github.hybridnet.arm;

import io.github.hybridnet.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The authorization keys of a circuit: each makes one connection. */
public final class AuthorizationKeys {
  private final ActualResource circuit;

  /** The keys of a circuit. */
  public AuthorizationKeys(ActualResource circuit) {
    this.circuit = circuit;
  }

  /**
   * Whether a connection can be made with a key: it is that of an authorization that is free or the
   * connection's own. A circuit that does not show its keys says nothing against it.
   */
  public boolean admit(Secret key, ResourceKey connection) {
    List<Map<String, Object>> all = ChildResources.elements(circuit.body(), "authorizations");
    boolean shown = !all.isEmpty() && all.stream().allMatch(each -> key(each).isPresent());
    return !shown
        || all.stream()
            .filter(each -> key(each).filter(key::matches).isPresent())
            .anyMatch(each -> isFreeFor(connection, ChildResources.name(each)));
  }

  private static Optional<Secret> key(Map<String, Object> authorization) {
    return ResourceBody.of(authorization).value("properties", "authorizationKey")
            instanceof Secret shown
        ? Optional.of(shown)
        : Optional.empty();
  }

  /** A user that Azure does not name may be this connection. */
  private boolean isFreeFor(ResourceKey connection, String name) {
    return ResourceBody.maps(circuit.observed().get(ResourceUsers.AUTHORIZATIONS)).stream()
        .filter(use -> name.equalsIgnoreCase(ChildResources.name(use)))
        .map(use -> Objects.toString(use.get("connection"), ""))
        .allMatch(user -> user.isEmpty() || user.equalsIgnoreCase(connection.id()));
  }
}
