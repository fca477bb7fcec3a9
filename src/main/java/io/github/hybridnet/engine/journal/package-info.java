/**
 * Running operations on disk, for the next run.
 *
 * <p>Not here: records of drills ({@code drill.lease}).
 *
 * <p>Read first: {@link OperationJournal}.
 */
@NullMarked
package io.github.hybridnet.engine.journal;

import org.jspecify.annotations.NullMarked;
