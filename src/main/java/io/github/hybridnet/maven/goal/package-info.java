/** What the goals do, apart from Maven. */
@NullMarked
package io.github.hybridnet.maven.goal;

import org.jspecify.annotations.NullMarked;
