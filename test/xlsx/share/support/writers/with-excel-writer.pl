# Writes the scenario (JSON on standard input) with Excel::Writer::XLSX: results, a chart and an outline.
use strict;
use warnings;
use JSON::PP;
use Excel::Writer::XLSX;

my $book = Excel::Writer::XLSX->new($ARGV[0]);
my @sheets = @{ decode_json(do { local $/; <STDIN> }) };
my %made;
for my $sheet (@sheets) {
    my $to = $made{ $sheet->{name} } = $book->add_worksheet($sheet->{name});
    for my $cell (@{ $sheet->{cells} }) {
        if (exists $cell->{formula}) { $to->write_formula($cell->{address}, "=$cell->{formula}", undef, $cell->{value}) }
        else { $to->write($cell->{address}, $cell->{value}) }
    }
}
my $chart = $book->add_chart(type => 'line', embedded => 1);
$chart->add_series(values => '=Plan!$B$11:$B$16');
$made{Plan}->insert_chart('E2', $chart);
$made{Plan}->set_row(12, undef, undef, 0, 1);
$book->close();
