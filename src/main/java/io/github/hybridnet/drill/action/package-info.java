/** drill.action. */
@NullMarked
package io.github.hybridnet.drill.action;

import org.jspecify.annotations.NullMarked;
