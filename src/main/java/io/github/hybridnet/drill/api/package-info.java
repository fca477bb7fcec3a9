/**
 * What the packages of the drill and those that use it share: settings, target, steps, milestones,
 * events, and the interfaces of a cloud.
 *
 * <p>Not here: anything that decides.
 *
 * <p>Read first: {@link DrillTarget}.
 */
@NullMarked
package io.github.hybridnet.drill.api;

import org.jspecify.annotations.NullMarked;
