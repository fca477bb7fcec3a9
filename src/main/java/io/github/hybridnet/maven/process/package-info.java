/** maven.process. */
@NullMarked
package io.github.hybridnet.maven.process;

import org.jspecify.annotations.NullMarked;
