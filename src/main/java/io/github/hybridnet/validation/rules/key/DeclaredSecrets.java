package io.github.hybridnet.validation.rules.key;

import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.model.PropertyLocations;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.model.SourceLocation;
import io.github.hybridnet.validation.rules.RuleContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The secrets of a network. */
final class DeclaredSecrets {
  private DeclaredSecrets() {}

  /**
   * A secret of the parameter files.
   *
   * @param secret the secret
   * @param what in the user's words
   * @param place where it is written
   */
  record LocatedSecret(Secret secret, String what, SourceLocation place) {
    @Override
    public String toString() {
      return what;
    }
  }

  /** The shared keys of IPsec connections whose text is known here. */
  static List<LocatedSecret> shared(RuleContext context) {
    return connectionKeys(context, false).stream()
        .filter(locatedSecret -> locatedSecret.secret().reference().isEmpty())
        .toList();
  }

  /** Every secret of the parameter files, with its place. */
  static List<LocatedSecret> all(RuleContext context) {
    List<LocatedSecret> keys = new ArrayList<>(connectionKeys(context, true));
    for (Peering peering : context.peerings()) {
      add(
          keys,
          peering.sharedKey(),
          "The shared key of " + peering.type(),
          peering.origin().at("sharedKey"));
    }
    return keys;
  }

  private static List<LocatedSecret> connectionKeys(RuleContext context, boolean authorizations) {
    List<LocatedSecret> keys = new ArrayList<>();
    for (GatewayConnection gatewayConnection : context.connections()) {
      String of = " of connection '" + gatewayConnection.name() + "'";
      PropertyLocations propertyLocations = gatewayConnection.origin();
      add(
          keys,
          gatewayConnection.sharedKey(),
          "The shared key" + of,
          propertyLocations.at("sharedKey"));
      if (authorizations) {
        add(
            keys,
            gatewayConnection.options().authorizationKey(),
            "The authorization key" + of,
            propertyLocations.at("authorizationKey"));
      }
    }
    return keys;
  }

  private static void add(
      List<LocatedSecret> keys,
      @Nullable Secret secret,
      String what,
      SourceLocation sourceLocation) {
    if (secret != null) {
      keys.add(new LocatedSecret(secret, what, sourceLocation));
    }
  }
}
