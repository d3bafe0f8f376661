package dev.pinion.hibernate.reactive.enhanced;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.hibernate.annotations.LazyGroup;

/** Enhanced by the build: whoever reads or writes an attribute goes through what Hibernate has put into its methods. */
@Entity
class Report {

  @Id
  private long id;

  @Version
  private int version;

  private String title;

  @Basic(fetch = FetchType.LAZY)
  private String text;

  @Basic(fetch = FetchType.LAZY)
  @Lob
  @LazyGroup("attachment")
  private byte[] picture;

  @Basic(fetch = FetchType.LAZY)
  @LazyGroup("attachment")
  private String caption;

  @ManyToOne(fetch = FetchType.LAZY)
  private Report predecessor;

  Report() {
  }

  Report(long id, String title) {
    this.id = id;
    this.title = title;
    text = "text of " + title;
    picture = new byte[] {1, 2, 3};
    caption = "caption of " + title;
  }

  String title() {
    return title;
  }

  void title(String title) {
    this.title = title;
  }

  String text() {
    return text;
  }

  void text(String text) {
    this.text = text;
  }

  byte[] picture() {
    return picture;
  }

  String caption() {
    return caption;
  }

  Report predecessor() {
    return predecessor;
  }

  void follows(Report predecessor) {
    this.predecessor = predecessor;
  }
}
