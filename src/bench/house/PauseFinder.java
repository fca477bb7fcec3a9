import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the innermost loops that pause, themselves or by a method of the same file. */
final class PauseFinder extends TreeScanner<Void, Void> {
  private static final Set<Tree.Kind> LOOPS =
      EnumSet.of(
          Tree.Kind.FOR_LOOP,
          Tree.Kind.ENHANCED_FOR_LOOP,
          Tree.Kind.WHILE_LOOP,
          Tree.Kind.DO_WHILE_LOOP);

  final Map<Tree, String> loops = new LinkedHashMap<>();
  private final Set<String> pausing = new TreeSet<>();
  private String method = "";
  private Tree loop;

  /** True as long as another pass may find more. */
  boolean learns(CompilationUnitTree unit) {
    int known = pausing.size();
    scan(unit, null);
    return pausing.size() > known;
  }

  @Override
  public Void scan(Tree tree, Void nothing) {
    if (tree == null || !LOOPS.contains(tree.getKind())) {
      return super.scan(tree, nothing);
    }
    Tree outer = loop;
    loop = tree;
    super.scan(tree, nothing);
    loop = outer;
    return null;
  }

  @Override
  public Void visitMethod(MethodTree inside, Void nothing) {
    String outer = method;
    Tree around = loop;
    method = inside.getName().toString();
    loop = null;
    super.visitMethod(inside, nothing);
    method = outer;
    loop = around;
    return null;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
    Tree select = call.getMethodSelect();
    boolean pauses =
        select instanceof MemberSelectTree member
            ? member.getIdentifier().toString().matches("sleep|pause")
            : select instanceof IdentifierTree name && pausing.contains(name.toString());
    if (pauses && loop != null) {
      loops.putIfAbsent(loop, select.toString());
    } else if (pauses) {
      pausing.add(method);
    }
    return super.visitMethodInvocation(call, nothing);
  }
}
