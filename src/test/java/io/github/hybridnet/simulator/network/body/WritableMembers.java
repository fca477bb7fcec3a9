package io.github.hybridnet.simulator.network.body;

import io.github.hybridnet.simulator.arm.id.TypeName;
import java.util.ArrayList;
import java.util.List;

/** The values that a client may send, by type, from the table of members. */
public final class WritableMembers {
  private WritableMembers() {}

  /**
   * A value in a body.
   *
   * @param path the names from the body to it, each with {@code []} if it is a list
   * @param kind {@code STRING}, {@code INTEGER}, {@code NUMBER} or {@code BOOLEAN}
   * @param allowed the values of an enumeration, else empty
   */
  public record WritableMember(List<String> path, String kind, List<String> allowed) {
    public WritableMember {
      path = List.copyOf(path);
      allowed = List.copyOf(allowed);
    }

    @Override
    public String toString() {
      return String.join(".", path);
    }
  }

  /** All of a type that an API version has. */
  public static List<WritableMember> of(String type, String version) {
    List<WritableMember> found = new ArrayList<>();
    MemberShape body =
        BodyMembers.described().of(TypeName.of("Microsoft.Network/" + type)).orElseThrow();
    collect(body, List.of(), version, found);
    return found;
  }

  private static void collect(
      MemberShape shape, List<String> path, String version, List<WritableMember> found) {
    for (MemberShape member : shape.members()) {
      if (member.isReadOnly() || !member.isIn(version)) {
        continue;
      }
      List<String> below = new ArrayList<>(path);
      below.add(member.name() + "[]".repeat(member.lists()));
      switch (member.kind()) {
        case OBJECT -> collect(member, below, version, found);
        case STRING, INTEGER, NUMBER, BOOLEAN ->
            found.add(new WritableMember(below, member.kind().name(), member.allowed()));
        default -> {}
      }
    }
  }
}
