/** Who may do what: management locks and permissions. */
@NullMarked
package io.github.hybridnet.simulator.authorization;

import org.jspecify.annotations.NullMarked;
