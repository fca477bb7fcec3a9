package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Finding;
import java.util.List;

/** One thing that must hold of a network, with the document or observation that says so. */
public interface ValidationRule {

  /** The number, such as {@code HN2010}; the code of its findings. */
  String id();

  /** What must hold, in one sentence. */
  String sentence();

  /** Where that is written. */
  String source();

  /** What does not hold; empty for a network that obeys, or that lacks what the rule is about. */
  List<Finding> check(RuleContext context);
}
