import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Looks at the methods, loops and comments of all files. */
final class Inspection extends TreePathScanner<Void, Void> {
  final List<Integer> methods = new ArrayList<>();
  final List<String> longMethods = new ArrayList<>();
  final List<String> pausingLoops = new ArrayList<>();
  int publicTypes;
  int documentedTypes;
  int sentences;
  int shortSentences;

  private final DocTrees trees;
  private Source source;
  private CompilationUnitTree unit;

  Inspection(DocTrees trees) {
    this.trees = trees;
  }

  void add(Source source, CompilationUnitTree unit) {
    this.source = source;
    this.unit = unit;
    scan(unit, null);
  }

  @Override
  public Void visitCompilationUnit(CompilationUnitTree whole, Void nothing) {
    PauseFinder finder = new PauseFinder();
    while (finder.learns(whole)) {}
    for (Map.Entry<Tree, String> loop : finder.loops.entrySet()) {
      pausingLoops.add(source.path() + ":" + line(loop.getKey()) + " by " + loop.getValue());
    }
    return super.visitCompilationUnit(whole, nothing);
  }

  @Override
  public Void visitClass(ClassTree type, Void nothing) {
    boolean documented = document();
    if (type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
      publicTypes++;
      documentedTypes += documented ? 1 : 0;
    }
    return super.visitClass(type, nothing);
  }

  @Override
  public Void visitVariable(VariableTree variable, Void nothing) {
    document();
    return super.visitVariable(variable, nothing);
  }

  @Override
  public Void visitMethod(MethodTree method, Void nothing) {
    document();
    if (method.getBody() != null) {
      var positions = trees.getSourcePositions();
      int begin = (int) positions.getStartPosition(unit, method.getBody()) + 1;
      int end = (int) positions.getEndPosition(unit, method.getBody()) - 1;
      int lines = end < begin ? 0 : Source.lines(source.code().substring(begin, end));
      methods.add(lines);
      if (lines > 40) {
        longMethods.add(source.path() + "." + method.getName());
      }
    }
    return super.visitMethod(method, nothing);
  }

  private boolean document() {
    String comment = trees.getDocComment(getCurrentPath());
    if (comment == null) {
      return false;
    }
    String text = comment.split("(?m)^\\s*@", 2)[0].replaceAll("\\{@\\w+ ([^}]*)}", "$1");
    for (String sentence : text.replaceAll("<[^>]*>", " ").split("(?<=[.!?])\\s+")) {
      if (!sentence.isBlank()) {
        sentences++;
        shortSentences += sentence.strip().split("\\s+").length <= 3 ? 1 : 0;
      }
    }
    return true;
  }

  private long line(Tree at) {
    return unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, at));
  }
}
