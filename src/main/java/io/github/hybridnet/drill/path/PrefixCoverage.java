package io.github.hybridnet.drill.path;

import inet.ipaddr.IPAddress;
import io.github.hybridnet.model.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What address prefixes cover, as a union. Prefixes that are none cover nothing. */
public final class PrefixCoverage {
  private static final int NAMED = 8;

  private PrefixCoverage() {}

  /**
   * A prefix of which something is missing.
   *
   * @param prefix the prefix
   * @param missing the parts of it that are not covered; itself when nothing of it is
   */
  public record CoverageGap(String prefix, List<String> missing) {
    /** Copies the list, which cannot be changed afterwards. */
    public CoverageGap {
      missing = List.copyOf(missing);
    }

    /** As shown to users. */
    @Override
    public String toString() {
      return missing.equals(List.of(prefix)) ? prefix : prefix + " (of it " + some(missing) + ")";
    }
  }

  /** What of the needed prefixes the others do not cover together. */
  public static List<CoverageGap> gaps(Collection<String> needed, Collection<String> covering) {
    List<IPAddress> blocks = merged(covering);
    List<CoverageGap> gaps = new ArrayList<>();
    for (String prefix : needed.stream().distinct().toList()) {
      Optional<IPAddress> block = block(prefix);
      if (block.isEmpty()) {
        gaps.add(new CoverageGap(prefix, List.of(prefix)));
        continue;
      }
      List<IPAddress> rest = without(block.get(), blocks);
      if (!rest.isEmpty()) {
        gaps.add(new CoverageGap(prefix, texts(rest)));
      }
    }
    return gaps;
  }

  /**
   * The prefixes that win over those of another path although both lead to the same addresses: the
   * longest prefix is taken first, and only among equally long ones the better path.
   */
  public static List<String> winning(Collection<String> prefixes, Collection<String> over) {
    List<String> winning = new ArrayList<>();
    for (String prefix : prefixes.stream().distinct().toList()) {
      Optional<IPAddress> block = block(prefix);
      if (block.isPresent() && wins(block.get(), over)) {
        winning.add(prefix);
      }
    }
    return winning;
  }

  private static boolean wins(IPAddress prefix, Collection<String> over) {
    boolean within = false;
    List<String> asLong = new ArrayList<>();
    for (String other : over) {
      Optional<IPAddress> block = block(other);
      if (block.isPresent() && prefix.contains(block.get())) {
        asLong.add(other);
      } else if (block.isPresent() && block.get().contains(prefix)) {
        within = true;
      }
    }
    return within && !without(prefix, merged(asLong)).isEmpty();
  }

  /** The first of a list, and how many more there are. */
  public static String some(Collection<?> all) {
    List<String> first = all.stream().limit(NAMED).map(String::valueOf).toList();
    String more = all.size() > NAMED ? " and " + (all.size() - NAMED) + " more" : "";
    return String.join(", ", first) + more;
  }

  private static Optional<IPAddress> block(String prefix) {
    return new Cidr(prefix).block().map(IPAddress::toPrefixBlock);
  }

  private static List<IPAddress> merged(Collection<String> prefixes) {
    List<IPAddress> merged = new ArrayList<>();
    List<IPAddress> blocks = prefixes.stream().flatMap(p -> block(p).stream()).toList();
    for (boolean six : new boolean[] {false, true}) {
      IPAddress[] same = blocks.stream().filter(b -> b.isIPv6() == six).toArray(IPAddress[]::new);
      if (same.length > 0) {
        merged.addAll(List.of(same[0].mergeToPrefixBlocks(same)));
      }
    }
    return merged;
  }

  private static List<IPAddress> without(IPAddress block, List<IPAddress> covering) {
    List<IPAddress> rest = List.of(block);
    for (IPAddress each : covering) {
      List<IPAddress> left = new ArrayList<>();
      rest.forEach(part -> left.addAll(subtract(part, each)));
      rest = left;
    }
    return rest;
  }

  private static List<IPAddress> subtract(IPAddress from, IPAddress block) {
    if (block.contains(from)) {
      return List.of();
    }
    return from.contains(block) ? List.of(from.subtract(block)) : List.of(from);
  }

  private static List<String> texts(List<IPAddress> blocks) {
    return blocks.isEmpty()
        ? List.of()
        : List.of(blocks.get(0).mergeToPrefixBlocks(blocks.toArray(IPAddress[]::new))).stream()
            .map(IPAddress::toCanonicalString)
            .toList();
  }
}
