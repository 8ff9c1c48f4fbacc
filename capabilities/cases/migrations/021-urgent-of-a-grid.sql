-- What is urgent in a grid worker's grid: found by the grid, in place of all that ever was urgent in the district.
create index cases_urgent_of_grid2 on cases.cases (district, grid2, reported_at desc, id) where urgency = 'urgent';
