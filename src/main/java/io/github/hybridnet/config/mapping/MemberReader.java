package io.github.hybridnet.config.mapping;

import io.github.hybridnet.config.json.Node;
import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.PropertyLocations;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.model.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object by name and type. What is absent, of another type or unresolved is null;
 * what is {@link #need needed} and null makes the whole part unreadable.
 */
public final class MemberReader {
  private final Node.Members members;

  private MemberReader(Node.Members members) {
    this.members = members;
  }

  /** The members of a node, which must be an object. */
  public static MemberReader of(@Nullable Node node) {
    if (node instanceof Node.Members members) {
      return new MemberReader(members);
    }
    throw new UnreadablePartException();
  }

  /** The value, which the part cannot be without. */
  static <T> T need(@Nullable T value) {
    if (value == null) {
      throw new UnreadablePartException();
    }
    return value;
  }

  /** The value of a setting of the file: {@code /parameters/<name>/value}. */
  static @Nullable public Node setting(Node root, String name) {
    return of(of(of(root).node("parameters")).node(name)).node("value");
  }

  /** The value of a setting that is an object or a list of objects, as a list. */
  static List<MemberReader> settings(Node root, String name) {
    Node value = setting(root, name);
    return value instanceof Node.Items items
        ? items.items().stream().map(MemberReader::of).toList()
        : List.of(of(value));
  }

  @Nullable
  public Node node(String name) {
    return members.value(name);
  }

  @Nullable MemberReader object(String name) {
    return node(name) instanceof Node.Members object ? new MemberReader(object) : null;
  }

  @Nullable
  public String text(String name) {
    return text(node(name));
  }

  @Nullable Boolean truth(String name) {
    return (node(name) instanceof Node.Literal literal && literal.value() instanceof Boolean truth)
        ? truth
        : null;
  }

  @Nullable Long number(String name) {
    if (node(name) instanceof Node.Literal literal && literal.value() instanceof Number number) {
      // Null for a fraction and for what no long can hold: the schema check has complained.
      long whole = number.longValue();
      return Double.compare(number.doubleValue(), (double) whole) == 0 ? whole : null;
    }
    return null;
  }

  @Nullable Integer integer(String name) {
    Long number = number(name);
    return number == null || number != number.intValue()
        ? null
        : Integer.valueOf(number.intValue());
  }

  @Nullable Secret secret(String name) {
    Node node = node(name);
    if (node instanceof Node.Text text && text.usable()) {
      return Secret.of(text.text(), text.source());
    }
    return node instanceof Node.Members object ? vaultReference(new MemberReader(object)) : null;
  }

  /** The items of a list, each read by the function; empty when the list is absent. */
  <T> List<T> list(String name, Function<Node, @Nullable T> read) {
    List<T> list = new ArrayList<>();
    if (node(name) instanceof Node.Items items) {
      items.items().forEach(item -> list.add(need(read.apply(item))));
    }
    return list;
  }

  /** A list of texts. */
  List<String> texts(String name) {
    return list(name, MemberReader::text);
  }

  /** A list of address prefixes. */
  List<Cidr> prefixes(String name) {
    return texts(name).stream().map(Cidr::new).toList();
  }

  /** The members of an object that are texts. */
  Map<String, String> textMap(String name) {
    Map<String, String> map = new LinkedHashMap<>();
    MemberReader object = object(name);
    if (object != null) {
      object.members.members().keySet().forEach(key -> map.put(key, need(object.text(key))));
    }
    return map;
  }

  /** Where the object and everything in it is written, by path: {@code subnets/0/name}. */
  PropertyLocations origin() {
    Map<String, SourceLocation> places = new LinkedHashMap<>();
    collect("", members, places);
    return new PropertyLocations(members.place(), places);
  }

  private static void collect(String path, Node node, Map<String, SourceLocation> places) {
    if (!path.isEmpty()) {
      places.put(path, node.place());
    }
    String prefix = path.isEmpty() ? "" : path + "/";
    if (node instanceof Node.Members object) {
      object.members().forEach((name, m) -> collect(prefix + name, m.value(), places));
    } else if (node instanceof Node.Items items) {
      for (int i = 0; i < items.items().size(); i++) {
        collect(prefix + i, items.items().get(i), places);
      }
    }
  }

  private static @Nullable String text(@Nullable Node node) {
    return node instanceof Node.Text text && text.usable() ? text.text() : null;
  }

  private static @Nullable Secret vaultReference(MemberReader secret) {
    MemberReader reference = secret.object("reference");
    MemberReader vault = reference == null ? null : reference.object("keyVault");
    if (reference == null || vault == null) {
      return null;
    }
    String id = vault.text("id");
    String name = reference.text("secretName");
    return id == null || name == null
        ? null
        : Secret.in(new Secret.KeyVaultReference(id, name, reference.text("secretVersion")));
  }
}
