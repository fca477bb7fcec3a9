import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Prints the figures of a source tree. {@code house.sh} starts it and says what each figure means.
 * Arguments: the tree, and the file that lists the walk.
 */
public final class House {
  private static final int UNKNOWN_STOP = 3;

  private final Path tree;
  private final List<Source> sources = new ArrayList<>();
  private final Map<String, Set<String>> imports = new TreeMap<>();
  private Inspection seen;

  private House(Path tree) {
    this.tree = tree;
  }

  public static void main(String[] arguments) throws IOException {
    House house = new House(Path.of(arguments[0]));
    house.read();
    for (String part : List.of("all", "product", "simulator")) {
      house.sizesAndNames(part);
    }
    house.methods();
    house.namesUsedTwice();
    house.packages();
    house.javadoc();
    house.loops();
    house.testsOfGoals();
    if (!house.walk(Path.of(arguments[1]))) {
      System.exit(UNKNOWN_STOP);
    }
  }

  private void read() throws IOException {
    List<Path> files = files("src/main/java", "(?!package-info).*\\.java");
    var compiler = ToolProvider.getSystemJavaCompiler();
    var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
    var units = manager.getJavaFileObjectsFromPaths(files);
    var task =
        (JavacTask)
            compiler.getTask(null, manager, problem -> {}, List.of("-proc:none"), null, units);
    seen = new Inspection(DocTrees.instance(task));
    for (CompilationUnitTree unit : task.parse()) {
      String text = unit.getSourceFile().getCharContent(true).toString();
      Source source = Source.of(unit, text);
      sources.add(source);
      seen.add(source, unit);
      imports.put(source.room(), new TreeSet<>());
    }
    for (Source source : sources) {
      addImports(source);
    }
  }

  /** Imports, static ones too, and names that are written out in full. */
  private void addImports(Source source) {
    Matcher names =
        Pattern.compile("\\b" + Source.BASE + "\\.([\\w.]+)").matcher(source.withoutLiterals());
    while (names.find()) {
      String room = names.group(1);
      while (!imports.containsKey(room) && room.contains(".")) {
        room = room.substring(0, room.lastIndexOf('.'));
      }
      if (imports.containsKey(room) && !room.equals(source.room())) {
        imports.get(source.room()).add(room);
      }
    }
  }

  private void sizesAndNames(String part) {
    List<Source> some =
        sources.stream().filter(s -> part.equals("all") || part.equals(s.part())).toList();
    print("== %s", part);
    print("files %d, lines of code %d", some.size(), some.stream().mapToInt(Source::lines).sum());
    print(
        "lines of a file p50/p95/max: %s", percentiles(some.stream().map(Source::lines).toList()));
    print(
        "above 300 lines: %s",
        some.stream().filter(s -> s.lines() > 300).map(Source::path).toList());
    print("tiny files: %s", percent(some, s -> s.typeLines() <= 15));
    print(
        "names of one / two / three or more words: %s / %s / %s",
        percent(some, s -> s.words() == 1),
        percent(some, s -> s.words() == 2),
        percent(some, s -> s.words() > 2));
  }

  private void methods() {
    print("== both");
    print("methods %d, lines p50/p95/max: %s", seen.methods.size(), percentiles(seen.methods));
    print("methods above 40 lines: %s", seen.longMethods);
  }

  private void namesUsedTwice() {
    Map<String, List<String>> parts = new TreeMap<>();
    sources.forEach(s -> parts.computeIfAbsent(s.name(), n -> new ArrayList<>()).add(s.part()));
    usedTwice("at all", parts, p -> p.size() > 1);
    usedTwice("inside the product", parts, p -> p.stream().filter("product"::equals).count() > 1);
    usedTwice(
        "inside the simulator", parts, p -> p.stream().filter("simulator"::equals).count() > 1);
    usedTwice("in both", parts, p -> p.stream().distinct().count() > 1);
  }

  private static void usedTwice(
      String where, Map<String, List<String>> parts, Predicate<List<String>> when) {
    List<String> names = parts.keySet().stream().filter(n -> when.test(parts.get(n))).toList();
    print("names used twice %s: %d %s", where, names.size(), names);
  }

  private void packages() {
    Map<String, Long> sizes =
        sources.stream()
            .collect(Collectors.groupingBy(Source::room, TreeMap::new, Collectors.counting()));
    var largest = sizes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    print("packages %d, files of the largest: %s", sizes.size(), largest);
    var large = sizes.entrySet().stream().filter(e -> e.getValue() > 40).toList();
    print("packages above 40 files: %s", large);
    Map<String, Set<String>> reached = new TreeMap<>();
    imports
        .keySet()
        .forEach(room -> reach(room, reached.computeIfAbsent(room, r -> new TreeSet<>())));
    Set<Set<String>> cycles = new HashSet<>();
    reached.forEach(
        (room, others) -> {
          Set<String> cycle = new TreeSet<>(others);
          cycle.removeIf(other -> !reached.get(other).contains(room));
          cycles.add(cycle);
        });
    cycles.remove(Set.of());
    print("package cycles %d", cycles.size());
    cycles.forEach(cycle -> print("  %s", cycle));
  }

  private void reach(String room, Set<String> reached) {
    for (String other : imports.get(room)) {
      if (reached.add(other)) {
        reach(other, reached);
      }
    }
  }

  private void javadoc() {
    print("public types %d, with javadoc %d", seen.publicTypes, seen.documentedTypes);
    print("javadoc sentences %d, of three words or fewer %d", seen.sentences, seen.shortSentences);
  }

  private void loops() {
    long product = seen.pausingLoops.stream().filter(p -> !p.startsWith("simulator")).count();
    print(
        "retry and poll loops: product %d, simulator %d",
        product, seen.pausingLoops.size() - product);
    seen.pausingLoops.stream().sorted().forEach(p -> print("  %s", p));
  }

  private void testsOfGoals() throws IOException {
    Map<String, Integer> runs = new TreeMap<>();
    Pattern mojo = Pattern.compile("@Mojo\\(\\s*name = \"([\\w-]+)\"");
    sources.forEach(s -> mojo.matcher(s.code()).results().forEach(m -> runs.put(m.group(1), 0)));
    for (Path file : files("src/it", "pom\\.xml|invoker\\.properties|.*\\.groovy")) {
      String text = Files.readString(file).replaceAll("(?s:<!--.*?-->)|(?m:^\\s*(#|//).*$)", "");
      boolean groovy = file.toString().endsWith(".groovy");
      if (groovy && !text.contains("ProcessBuilder") && !text.contains(".execute(")) {
        continue;
      }
      Matcher goals =
          Pattern.compile("(?:<goal>|hybridnet:|\\$\\{project\\.version}:)([a-z-]+)").matcher(text);
      while (goals.find()) {
        runs.computeIfPresent(goals.group(1), (goal, count) -> count + 1);
      }
    }
    print("tests of goals through Maven (src/it): %s", runs);
  }

  private boolean walk(Path list) throws IOException {
    Map<String, Source> byPath = new TreeMap<>();
    sources.forEach(s -> byPath.put(s.path(), s));
    List<String> stops =
        Files.readAllLines(list).stream().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    List<String> missing = stops.stream().filter(stop -> !byPath.containsKey(stop)).toList();
    byPath.keySet().retainAll(stops);
    int lines = byPath.values().stream().mapToInt(Source::lines).sum();
    print("walk A: files %d, lines %d", byPath.size(), lines);
    if (!missing.isEmpty()) {
      print("walk A names classes that do not exist: %s", missing);
    }
    return missing.isEmpty();
  }

  private List<Path> files(String folder, String names) throws IOException {
    try (Stream<Path> all = Files.walk(tree.resolve(folder))) {
      return all.filter(file -> file.getFileName().toString().matches(names)).sorted().toList();
    }
  }

  private static String percent(List<Source> some, Predicate<Source> which) {
    return Math.round(1000.0 * some.stream().filter(which).count() / some.size()) / 10.0 + " %";
  }

  private static String percentiles(List<Integer> unsorted) {
    List<Integer> sorted = unsorted.stream().sorted().toList();
    int n = sorted.size();
    return sorted.get((n + 1) / 2 - 1)
        + "/"
        + sorted.get((95 * n + 99) / 100 - 1)
        + "/"
        + sorted.get(n - 1);
  }

  private static void print(String format, Object... values) {
    System.out.println(format.formatted(values));
  }
}
