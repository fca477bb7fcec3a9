package io.github.hybridnet.simulator.network.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a member of a body may be. */
final class MemberShape {
  private final String name;
  private final Kind kind;
  private final int lists;
  private final boolean required;
  private final boolean readOnly;
  private final String since;
  private final List<String> allowed;
  private final Map<String, MemberShape> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** The JSON type of a value, inside the lists around it. */
  enum Kind {
    /** An object with the members of the table. */
    OBJECT("o"),
    /** An object that is not looked into: a whole resource, of which only the id counts. */
    REFERENCE("r"),
    STRING("s"),
    INTEGER("i"),
    NUMBER("n"),
    BOOLEAN("b"),
    ANYTHING("*");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    static Kind of(String code) {
      for (Kind kind : values()) {
        if (kind.code.equals(code)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no JSON type: " + code);
    }
  }

  private MemberShape(Line line) {
    this.name = line.name.replace("[]", "");
    this.lists = (line.name.length() - name.length()) / 2;
    this.kind = Kind.of(line.kind);
    this.required = line.flags.contains("!");
    this.readOnly = line.flags.contains("~");
    this.since = line.since;
    this.allowed = line.allowed;
  }

  private record Line(String name, String kind, String flags, String since, List<String> allowed) {}

  /** A whole body. */
  static MemberShape body() {
    return new MemberShape(new Line("", "o", "", "", List.of()));
  }

  /**
   * What a line of the table says, without its indentation.
   *
   * @param text such as {@code zones[] s@2020-08-01=1|2|3}
   */
  static MemberShape parse(String text) {
    int blank = text.indexOf(' ');
    String rest = text.substring(blank + 1);
    int equals = rest.indexOf('=');
    String allowed = equals < 0 ? "" : rest.substring(equals + 1);
    String head = equals < 0 ? rest : rest.substring(0, equals);
    int at = head.indexOf('@');
    String since = at < 0 ? "" : head.substring(at + 1);
    String flags = at < 0 ? head.substring(1) : head.substring(1, at);
    return new MemberShape(
        new Line(
            text.substring(0, blank),
            head.substring(0, 1),
            flags,
            since,
            allowed.isEmpty() ? List.of() : List.of(allowed.split("\\|"))));
  }

  void add(MemberShape member) {
    members.put(member.name, member);
  }

  String name() {
    return name;
  }

  Kind kind() {
    return kind;
  }

  /** How many lists are around the value. */
  int lists() {
    return lists;
  }

  /** Whether the service sets it, so that it looks at nothing that is sent. */
  boolean isReadOnly() {
    return readOnly;
  }

  List<String> allowed() {
    return allowed;
  }

  /** Whether an API version has it. */
  boolean isIn(String version) {
    return since.isEmpty() || since.compareTo(version) <= 0;
  }

  /** The member of this name in any case, if an API version has it. */
  Optional<MemberShape> member(String sent, String version) {
    return Optional.ofNullable(members.get(sent))
        .or(() -> Optional.ofNullable(members.get("*")))
        .filter(each -> each.isIn(version));
  }

  /** All members of the table, for sweeps over them. */
  List<MemberShape> members() {
    return new ArrayList<>(members.values());
  }

  /** The names of the members that must be sent. */
  List<String> required() {
    return members.values().stream().filter(each -> each.required).map(each -> each.name).toList();
  }

  /** Whether it is a child resource, which has a name and properties of its own. */
  boolean isChildResource() {
    return members.containsKey("name") && members.containsKey("properties");
  }
}
