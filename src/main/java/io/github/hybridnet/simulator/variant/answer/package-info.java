/**
 * Variants of answers: how what Resource Manager answers is changed before a client sees it.
 *
 * <p>Not here: which variants there are and which are chosen ({@code simulator.variant}), and
 * variants of what happens, which are in the rooms where it happens.
 *
 * <p>Read first: {@link AnswerVariants}.
 */
@NullMarked
package io.github.hybridnet.simulator.variant.answer;

import org.jspecify.annotations.NullMarked;
