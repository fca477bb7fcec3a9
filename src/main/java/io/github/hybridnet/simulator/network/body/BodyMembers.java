package io.github.hybridnet.simulator.network.body;

import io.github.hybridnet.simulator.arm.id.TypeName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The members of bodies by type of resource, from the table {@code body-members.txt}. */
final class BodyMembers {
  private static final BodyMembers DESCRIBED = read();

  private final Map<String, MemberShape> types = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private BodyMembers() {}

  /** Those that the interface's description has. */
  static BodyMembers described() {
    return DESCRIBED;
  }

  /** The body of a type; empty if the table does not have the type. */
  Optional<MemberShape> of(TypeName type) {
    return Optional.ofNullable(types.get(type.path()));
  }

  /** The names of all types, such as {@code virtualNetworks/subnets}. */
  List<String> types() {
    return List.copyOf(types.keySet());
  }

  private static BodyMembers read() {
    try (InputStream in = BodyMembers.class.getResourceAsStream("body-members.txt")) {
      BodyMembers table = new BodyMembers();
      List<MemberShape> open = new ArrayList<>();
      new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> table.add(line, open));
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a line.
   *
   * @param open the members around it, one for each level
   */
  private void add(String line, List<MemberShape> open) {
    int depth = line.length() - line.stripLeading().length();
    if (depth == 0) {
      open.clear();
      open.add(types.computeIfAbsent(line, any -> MemberShape.body()));
      return;
    }
    MemberShape member = MemberShape.parse(line.strip());
    open.get(depth - 1).add(member);
    open.subList(depth, open.size()).clear();
    open.add(member);
  }
}
