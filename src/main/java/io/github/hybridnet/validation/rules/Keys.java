package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Connection;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.Origin;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.model.Place;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.validation.RuleContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The secrets of a network. */
final class Keys {
  private Keys() {}

  /**
   * A secret.
   *
   * @param secret the secret
   * @param what in the user's words
   * @param place where it is written
   */
  record Key(Secret secret, String what, Place place) {
    /** The text; only for keys that have been read. */
    String text() {
      return secret.reveal();
    }

    @Override
    public String toString() {
      return what;
    }
  }

  /** The shared keys of IPsec connections whose text is known here. */
  static List<Key> shared(RuleContext context) {
    return connectionKeys(context, false).stream()
        .filter(key -> key.secret().reference().isEmpty())
        .toList();
  }

  /** Every secret. */
  static List<Key> all(RuleContext context) {
    List<Key> keys = new ArrayList<>(connectionKeys(context, true));
    for (Peering peering : context.peerings()) {
      add(
          keys,
          peering.sharedKey(),
          "The shared key of " + peering.type(),
          peering.origin().at("sharedKey"));
    }
    return keys;
  }

  private static List<Key> connectionKeys(RuleContext context, boolean authorizations) {
    List<Key> keys = new ArrayList<>();
    for (GatewayDeclaration declaration : context.gateways()) {
      Connection connection = declaration.connection();
      String of = " of connection '" + connection.name() + "'";
      Origin origin = connection.origin();
      add(keys, connection.sharedKey(), "The shared key" + of, origin.at("sharedKey"));
      if (authorizations) {
        add(
            keys,
            connection.options().authorizationKey(),
            "The authorization key" + of,
            origin.at("authorizationKey"));
      }
    }
    return keys;
  }

  private static void add(List<Key> keys, @Nullable Secret secret, String what, Place place) {
    if (secret != null) {
      keys.add(new Key(secret, what, place));
    }
  }
}
