package io.github.hybridnet.simulator.arm;

/** Generated ids and numbers, repeatable for a given seed and order of calls. */
public interface IdSource {

  /** A guid in lower case. */
  String guid();

  /** A number from 0 (inclusive) to the bound (exclusive). */
  int number(int bound);
}
